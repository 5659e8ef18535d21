//! The reports: which event follows which drawing.

use std::rc::Rc;

use yew::prelude::*;

use super::{LicensingCard, Msg, foreign};
use crate::loader::{Announcement, State};
use crate::locale::Locale;

/// An event, and the screen after it.
#[derive(Clone, Debug)]
pub struct Report {
    /// The event; `None` where only the state changed.
    pub announcement: Option<Announcement>,
    /// The state on screen.
    pub state: State,
    /// In whose words.
    pub locale: Rc<Locale>,
    /// The rows on screen as CSV, where nothing is announced.
    pub csv: Option<String>,
}

impl LicensingCard {
    /// Reports that a load began. That waits for no drawing; everything else does.
    pub(super) fn report_start(&mut self, ctx: &Context<Self>) {
        let Some([Announcement::LoadStarted]) = self.news.as_deref() else {
            return;
        };
        if self.held.is_some() || !self.is_drawn() {
            self.news = Some(Vec::new());
            self.notify(ctx, Some(Announcement::LoadStarted), None);
        } else {
            self.report(ctx);
        }
    }

    pub(super) fn report(&mut self, ctx: &Context<Self>) {
        let news = self.news.take();
        if news.is_some() {
            let seen = self
                .foreign
                .as_ref()
                .is_some_and(|foreign| foreign.has_seen());
            self.notify(ctx, None, self.csv());
            // Now it is on the page.
            if let Some(foreign) = &self.foreign {
                foreign.watch(&self.node, seen);
            }
        }
        for announcement in news.into_iter().flatten() {
            let asks = matches!(announcement, Announcement::AuthRequired(_));
            if !self.notify(ctx, Some(announcement), None) && asks {
                self.notice_withheld = true;
                ctx.link().send_message(Msg::Aged);
            }
        }
    }

    fn notify(
        &self,
        ctx: &Context<Self>,
        announcement: Option<Announcement>,
        csv: Option<String>,
    ) -> bool {
        let Some(on_report) = &ctx.props().on_report else {
            return true;
        };
        foreign::end_drawings();
        on_report.emit(Report {
            announcement,
            state: self.state.clone(),
            locale: Rc::clone(&self.locale),
            csv,
        })
    }
}
