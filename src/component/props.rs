//! The properties of the component.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::VNode;

use super::Report;
use crate::card::Appearance;
use crate::loader::Load;

/// The properties of a [`LicensingCard`](super::LicensingCard).
#[derive(Clone, Debug, Default, Properties)]
pub struct LicensingCardProps {
    /// The numbers to load, from where, and how.
    #[prop_or_default]
    pub load: Load,
    /// How the card is titled and worded.
    #[prop_or_default]
    pub appearance: Appearance,
    /// Controls of the page, shown after the card's tools.
    #[prop_or_default]
    pub actions: Html,
    /// Content of the page, shown at the end.
    #[prop_or_default]
    pub footer: Html,
    /// Called for every change once it is on screen, and when a load begins. Its result counts for
    /// [`AuthRequired`](crate::loader::Announcement::AuthRequired) alone: `false` leaves the card's own notice out.
    #[prop_or_default]
    pub on_report: Option<Callback<Report, bool>>,
    /// Whether nothing but the card changes the nodes below it, as in a shadow root of its own. If
    /// something did all the same, the next drawing makes them anew.
    #[prop_or_default]
    pub alone: bool,
}

impl PartialEq for LicensingCardProps {
    fn eq(&self, other: &Self) -> bool {
        self.load == other.load
            && self.looks_like(other)
            && self.on_report == other.on_report
            && self.alone == other.alone
    }
}

impl LicensingCardProps {
    /// Whether one state is drawn alike by both.
    pub(super) fn looks_like(&self, other: &Self) -> bool {
        self.appearance == other.appearance
            && self.load.subject() == other.load.subject()
            && is_same(&self.actions, &other.actions)
            && is_same(&self.footer, &other.footer)
    }
}

/// Whether both are one node, or nothing. Yew looks inside, by half a kilobyte of code that
/// saves a drawing here and there.
fn is_same(one: &Html, other: &Html) -> bool {
    match (one, other) {
        (VNode::VTag(one), VNode::VTag(other)) => Rc::ptr_eq(one, other),
        (VNode::VList(one), VNode::VList(other)) => {
            Rc::ptr_eq(one, other) || (one.is_empty() && other.is_empty())
        }
        _ => false,
    }
}
