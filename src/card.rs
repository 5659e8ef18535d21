//! The view: state and usage in, HTML out. Nothing here fetches, waits or knows the browser.

mod amount;
mod appearance;
mod bar;
mod cells;
mod foot;
mod heading;
mod limit;
mod meaning;
mod message;
mod notice;
mod sheet;
mod sort;
mod status;
mod summary;
mod table;

use yew::prelude::*;

use crate::api::Resource;
use crate::instant::Instant;
use crate::loader::State;
use crate::locale::Locale;

pub use appearance::Appearance;
pub use message::message;
pub(crate) use sheet::MOST_ROWS;
use sheet::Sheet;
pub use sort::{Arrangement, Column, Sort};
pub use status::Status;
pub(crate) use table::rows_on_paper;

/// The card's styles, for a shadow root's `adoptedStyleSheets` or a page's stylesheet.
pub const STYLE: &str = include_str!("card/style.css");

/// Everything that a card shows.
pub struct View<'a> {
    /// The state of the load.
    pub state: &'a State,
    /// Whether a load is under way.
    pub busy: bool,
    /// Whether the page shows the error itself.
    pub notice_withheld: bool,
    /// Which resource is shown.
    pub resource: Resource,
    /// How it is titled and worded.
    pub appearance: &'a Appearance,
    /// How a person has arranged the table.
    pub arrangement: Arrangement,
    /// The result of a person's last action.
    pub status: Status,
    /// The words and formats.
    pub locale: &'a Locale,
    /// The time, for ages.
    pub now: Instant,
    /// The page's own controls, after the card's.
    pub actions: &'a Html,
    /// The page's own content, at the end.
    pub footer: &'a Html,
    /// The card's element, which listens for clicks on its buttons.
    pub node: &'a NodeRef,
}

impl View<'_> {
    /// Draws the card.
    pub fn draw(&self) -> Html {
        html! {
            <article
                ref={self.node}
                class="card"
                part="card"
                lang={self.locale.language()}
                dir={self.locale.direction()}
                aria-label={self.heading()}
            >
                { self.title() }
                { self.notice() }
                { self.numbers() }
                { self.foot() }
                { self.footer.clone() }
            </article>
        }
    }

    /// Until the numbers are there, the same elements hold their place, so that nothing moves when
    /// they come.
    fn numbers(&self) -> Html {
        let blank;
        let (usage, is_blank) = match self.state {
            State::Idle | State::Loading => {
                blank = sheet::blank();
                (&blank, true)
            }
            State::Ready(loaded) | State::Stale { loaded, .. } => (&loaded.usage, false),
            State::Failed(_) => return Html::default(),
        };
        if usage.is_empty() {
            return Html::default();
        }
        let sheet = Sheet::new(self, usage, is_blank);
        html! {
            <div
                class="numbers"
                inert={is_blank}
                aria-hidden={is_blank.then_some("true")}
                aria-busy={(is_blank || self.busy).then_some("true")}
            >
                { self.summary(&sheet) }
                { self.table(&sheet) }
                { self.meaning(&sheet) }
            </div>
        }
    }
}

/// An attribute without a value, for the styles. A `class` would do, but one that changes brings a
/// kilobyte of Yew's code along.
const fn flag(is_so: bool) -> Option<&'static str> {
    if is_so { Some("") } else { None }
}

/// Draws one thing after another. One function for each kind of thing, however it is drawn, is
/// the reason why lists are small in the wasm.
fn each<T>(items: &[T], draw: &dyn Fn(&T) -> Html) -> Html {
    items.iter().map(draw).collect()
}
