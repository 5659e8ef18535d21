//! The card's language, which may have to be loaded first.

use yew::prelude::*;

use super::{LOADING_DELAY, LicensingCard, LicensingCardProps, Msg, after};
use crate::card::Status;
use crate::locale::{self, LanguageLoad, Locale};

/// The tag of the card's language; an empty one stands for English.
pub(super) fn tag(props: &LicensingCardProps) -> &str {
    props.appearance.locale.as_deref().unwrap_or_default()
}

/// Loads the language pack of the card, if it is not at hand.
pub(super) fn load_language(ctx: &Context<LicensingCard>) -> Option<LanguageLoad> {
    let link = ctx.link().clone();
    locale::load(tag(ctx.props()), move || {
        link.send_message(Msg::LanguageLoaded);
    })
}

impl LicensingCard {
    /// Uses the card's language from now on, or English.
    pub(super) fn use_language(&mut self, ctx: &Context<Self>) {
        self.language = None;
        // Now the numbers are all that is missing.
        self.held = self
            .held
            .take()
            .map(|_| after(ctx, LOADING_DELAY, Msg::Late));
        self.release();
        // It is not announced again in another language.
        self.status = Status::Nothing;
        self.locale = Locale::shared(tag(ctx.props()));
        // The report has the error's message.
        self.news.get_or_insert_default();
    }
}
