//! The component: runs a loader, draws the card, and reports to the page.

mod clicks;
mod focus;
mod foreign;
mod language;
mod leaving;
mod printing;
mod props;
mod report;

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::card::{Arrangement, Column, Sort, Status, View};
use crate::export;
use crate::instant::Instant;
use crate::loader::driver::Driver;
use crate::loader::{Announcement, State, Update};
use crate::locale::{LanguageLoad, Locale};
use foreign::Foreign;
use language::{load_language, tag};
use printing::Printing;
pub use props::LicensingCardProps;
pub use report::Report;

/// How long a load may take before the card shows that it is under way, in milliseconds: by
/// placeholders for the first numbers, later by the tool that refreshes them. Most responses come
/// sooner, and then the card is drawn once.
const LOADING_DELAY: u32 = 200;

/// The same where the language's messages have to come as well, before rendering in English.
const LANGUAGE_TIMEOUT: u32 = 1_000;

/// How often the age of old numbers is written anew, in milliseconds.
const AGE_STEP: u32 = 60_000;

/// The licensing card: loads a company's license usage and shows it.
///
/// It loads when it is put on a page, and whenever `load` asks for something else. `on_report`
/// reports the outcome:
///
/// ```no_run
/// use licensing_card::loader::{Announcement, Load};
/// use licensing_card::{LicensingCard, Report};
/// use yew::prelude::*;
///
/// #[derive(PartialEq, Properties)]
/// struct LicensingProps {
///     tenant: String,
///     on_expired: Callback<()>,
/// }
///
/// #[component]
/// fn Licensing(props: &LicensingProps) -> Html {
///     let load = Load {
///         tenant: props.tenant.clone(),
///         ..Load::default()
///     };
///     let on_expired = props.on_expired.clone();
///     let on_report = move |report: Report| match report.announcement {
///         Some(Announcement::AuthRequired(_)) => {
///             on_expired.emit(());
///             false // The page shows a sign-in of its own.
///         }
///         _ => true,
///     };
///     html! { <LicensingCard {load} {on_report} /> }
/// }
/// ```
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct LicensingCard {
    driver: Driver,
    state: State,
    busy: bool,
    locale: Rc<Locale>,
    /// The language pack that is loading; until it is there, the texts on screen stay.
    language: Option<LanguageLoad>,
    /// Ends the time in which what is on screen stays: the page's own content until texts and
    /// numbers are there, or numbers without a sign of the load that is under way.
    held: Option<Timeout>,
    /// The events since the last drawing; `None` without any.
    news: Option<Vec<Announcement>>,
    /// Whether a drawing is to come: Yew yields between an update and its drawing, and may report
    /// an earlier drawing meanwhile.
    outdated: Cell<bool>,
    notice_withheld: bool,
    arrangement: Arrangement,
    /// All rows of a long table, for paper.
    printing: Option<Printing>,
    status: Status,
    /// Whether a person, or the page, waits for the load that is under way.
    is_announced: bool,
    /// Whether the focus was on a button that goes away.
    refocus: bool,
    node: NodeRef,
    /// Yew's own listeners outlive the card, so these are not Yew's.
    clicks: Option<EventListener>,
    /// Redraws while old numbers grow older.
    age: Option<Timeout>,
    foreign: Option<Rc<Foreign>>,
}

/// A message to a [`LicensingCard`].
#[derive(Debug)]
pub enum Msg {
    /// The loader has an update.
    Happened(Update),
    /// Load now.
    Refresh,
    /// Load now, by a button that is gone once the load begins.
    Retry,
    /// The table is to be sorted by this column, another way than it is.
    Sort(Column),
    /// A long table is to show all rows, or the largest again.
    ShowRows,
    /// Download the numbers as a file.
    Export,
    /// Copy the numbers to the clipboard.
    Copy,
    /// They were put there, or not.
    Copied(bool),
    /// The page may not allow the file.
    NotDownloaded,
    /// The page is to be printed.
    Print,
    /// Time has passed.
    Aged,
    /// The language pack is there, or cannot be loaded.
    LanguageLoaded,
    /// Texts or numbers take too long.
    Late,
}

impl Component for LicensingCard {
    type Message = Msg;
    type Properties = LicensingCardProps;

    fn create(ctx: &Context<Self>) -> Self {
        let driver = Driver::new({
            let link = ctx.link().clone();
            move |update| link.send_message(Msg::Happened(update))
        });
        driver.configure(&ctx.props().load);
        let language = load_language(ctx);
        let delay = match language {
            Some(_) => LANGUAGE_TIMEOUT,
            None => LOADING_DELAY,
        };
        Self {
            driver,
            state: State::default(),
            busy: false,
            locale: Locale::shared(tag(ctx.props())),
            language,
            held: Some(after(ctx, delay, Msg::Late)),
            news: None,
            outdated: Cell::default(),
            notice_withheld: false,
            arrangement: Arrangement::default(),
            printing: None,
            status: Status::default(),
            is_announced: false,
            refocus: false,
            node: NodeRef::default(),
            clicks: None,
            age: None,
            foreign: ctx.props().alone.then(Rc::default),
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &LicensingCardProps) -> bool {
        let props = ctx.props();
        if props.appearance.locale != old.appearance.locale {
            self.language = load_language(ctx);
            if self.language.is_none() {
                self.use_language(ctx);
            }
        }
        if props.load != old.load {
            // What comes of it is drawn when it happens.
            self.driver.configure(&props.load);
        }
        if props.load.subject() != old.load.subject() {
            // The report names both.
            self.news.get_or_insert_default();
        }
        let draws = self.outdated.get() || self.news.is_some() || !props.looks_like(old);
        self.outdated.set(draws);
        draws
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            // They draw what comes of it.
            Msg::Refresh | Msg::Retry => {
                self.refocus |= matches!(msg, Msg::Retry);
                self.is_announced = true;
                self.driver.refresh();
                return false;
            }
            Msg::Happened(update) => {
                if !self.happened(ctx, update) {
                    return false;
                }
            }
            Msg::Sort(column) => {
                self.arrangement.sort = Sort::next(self.arrangement.sort, column);
                self.status = Status::Nothing;
            }
            Msg::ShowRows => self.arrangement.all ^= true,
            Msg::Export => {
                self.status = Status::Nothing;
                self.export(ctx);
            }
            Msg::Copy => {
                // A new status is announced anew.
                self.status = Status::Nothing;
                self.copy(ctx);
            }
            Msg::Copied(well) => {
                self.status = if well {
                    Status::Copied
                } else {
                    Status::NotCopied
                }
            }
            Msg::NotDownloaded => self.status = Status::NotDownloaded,
            Msg::Print => export::print(),
            Msg::Aged => self.grow_older(ctx),
            Msg::LanguageLoaded => self.use_language(ctx),
            Msg::Late => self.held = None,
        }
        self.outdated.set(true);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        self.outdated.set(false);
        if self.held.is_some() && !self.is_drawn() {
            return Html::default();
        }
        let card = self.drawn(ctx.props()).draw();
        match &self.foreign {
            Some(foreign) => foreign.keyed(card),
            None => card,
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        if !self.is_drawn() {
            self.report_start(ctx);
            return;
        }
        self.attach(ctx);
        self.keep_focus();
        self.prepare_paper();
        // The page hears of nothing before it is on screen.
        if !self.outdated.get() {
            self.report(ctx);
        }
    }
}

/// Sends the card a message after so many milliseconds.
fn after(ctx: &Context<LicensingCard>, delay: u32, msg: Msg) -> Timeout {
    let link = ctx.link().clone();
    Timeout::new(delay, move || link.send_message(msg))
}

impl LicensingCard {
    fn is_drawn(&self) -> bool {
        self.node.get().is_some()
    }

    /// Draws from now on, if nothing is missing, and no load is under way beside numbers.
    fn release(&mut self) {
        let waits = self.language.is_some() || self.busy && self.is_drawn();
        if !waits && !matches!(self.state, State::Idle | State::Loading) {
            self.held = None;
        }
    }

    fn drawn<'a>(&'a self, props: &'a LicensingCardProps) -> View<'a> {
        View {
            state: &self.state,
            busy: self.busy && self.held.is_none(),
            notice_withheld: self.notice_withheld,
            resource: props.load.resource,
            appearance: &props.appearance,
            arrangement: self.arrangement,
            status: self.status,
            locale: &self.locale,
            now: Instant::from_millis(js_sys::Date::now()),
            actions: &props.actions,
            footer: &props.footer,
            node: &self.node,
        }
    }

    /// Takes an update; `false` where it changes nothing on screen.
    fn happened(&mut self, ctx: &Context<Self>, update: Update) -> bool {
        // A fast response can arrive before Yew has drawn the start of its load.
        self.report_start(ctx);
        let announcement = update.announcement;
        let begins = matches!(announcement, None | Some(Announcement::LoadStarted))
            && update.busy
            && !self.busy;
        (self.state, self.busy) = (update.state, update.busy);
        self.release();
        // Numbers on screen stay as they are for now.
        let is_quiet = begins && self.state.loaded().is_some() && self.is_drawn();
        if is_quiet {
            self.held = Some(after(ctx, LOADING_DELAY, Msg::Late));
        }
        let is_unseen = is_quiet && self.status == Status::Nothing && !self.outdated.get();
        match announcement {
            Some(Announcement::Loaded) => {
                self.notice_withheld = false;
                // An empty response has a notice.
                let has_rows = self
                    .state
                    .loaded()
                    .is_some_and(|loaded| !loaded.usage.is_empty());
                if std::mem::take(&mut self.is_announced) && has_rows {
                    self.status = Status::Updated;
                }
            }
            Some(Announcement::Failed(_)) => {
                self.notice_withheld = false;
                self.is_announced = false;
            }
            _ => self.status = Status::Nothing,
        }
        self.news.get_or_insert_default().extend(announcement);
        if self.age.is_none() || !matches!(self.state, State::Stale { .. }) {
            self.grow_older(ctx);
        }
        if is_unseen {
            self.report_start(ctx);
        }
        !is_unseen
    }

    /// Old numbers are drawn anew with their age, time and again.
    fn grow_older(&mut self, ctx: &Context<Self>) {
        let is_old = matches!(self.state, State::Stale { .. });
        self.age = is_old.then(|| after(ctx, AGE_STEP, Msg::Aged));
    }
}
