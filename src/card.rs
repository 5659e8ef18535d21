//! The view: state and usage in, HTML out. Nothing here fetches, waits or knows the browser.

mod amount;
mod cells;
mod chart;
mod header;
mod limit;
mod message;
mod notice;
mod sheet;
mod skeleton;
mod sort;
mod status;
mod summary;
mod table;
mod updated;

use std::rc::Rc;

use yew::prelude::*;

use crate::api::Resource;
use crate::instant::Instant;
use crate::loader::{Loaded, State};
use crate::locale::Locale;
use crate::usage::Instances;

pub use message::message;
use sheet::Sheet;
pub use sort::{Arrangement, Column, Sort};
pub use status::Said;

/// The card's styles, for a shadow root's `adoptedStyleSheets` or a page's stylesheet.
pub const STYLE: &str = include_str!("card/style.css");

/// How a card is titled and worded.
#[derive(Clone, Debug, PartialEq)]
pub struct Appearance {
    /// The title; `None` for the resource's own, in the card's language.
    pub heading: Option<AttrValue>,
    /// The title's level in the page's outline, 1 to 6.
    pub heading_level: u8,
    /// The company's name, shown under the title.
    pub tenant_name: Option<AttrValue>,
    /// The allowance that what is in use is held against.
    pub limit: Option<Instances>,
    /// A BCP 47 tag: the language, and the format of numbers and dates.
    pub locale: AttrValue,
}

impl Default for Appearance {
    fn default() -> Self {
        Self {
            heading: None,
            heading_level: 2,
            tenant_name: None,
            limit: None,
            locale: AttrValue::Static("en"),
        }
    }
}

/// All that there is to draw.
#[derive(Debug)]
pub struct View<'a> {
    /// What happened so far.
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
    /// What is said of what a person has just done.
    pub said: Said,
    /// The words and formats.
    pub locale: &'a Locale,
    /// The time, for ages.
    pub now: Instant,
    /// The page's own controls, in the header.
    pub actions: &'a Html,
    /// The page's own content, at the end.
    pub footer: &'a Html,
    /// The card's element, on which clicks of its buttons are heard.
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
                { self.header() }
                { self.notice() }
                {
                    match self.state {
                        State::Idle | State::Loading => self.skeleton(),
                        State::Ready(loaded) | State::Stale { loaded, .. } => self.numbers(loaded),
                        State::Failed(_) => Html::default(),
                    }
                }
                <footer class="foot">
                    { self.updated() }
                    { self.status() }
                    { self.footer.clone() }
                </footer>
            </article>
        }
    }

    fn numbers(&self, loaded: &Rc<Loaded>) -> Html {
        let usage = &loaded.usage;
        if usage.is_empty() {
            return Html::default();
        }
        let sheet = Sheet::new(self, usage);
        html! {
            <div class="numbers" aria-busy={self.busy.then_some("true")}>
                { self.summary(&sheet) }
                { self.chart(&sheet) }
                { self.table(&sheet) }
            </div>
        }
    }
}

/// Draws one thing after another. One function for each kind of thing, however it is drawn, is
/// what keeps lists small in the wasm.
fn each<T>(items: &[T], draw: &dyn Fn(&T) -> Html) -> Html {
    items.iter().map(draw).collect()
}
