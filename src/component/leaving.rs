//! Export: the rows as CSV, in a file or for the page, and the table on the clipboard.

use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::{LicensingCard, Msg};
use crate::export;
use crate::usage::to_csv;

impl LicensingCard {
    /// The rows on screen as CSV, in the same order.
    pub(crate) fn csv(&self) -> Option<String> {
        let loaded = self.state.loaded()?;
        let rows = self.arrangement.rows(&loaded.usage, &self.locale);
        Some(to_csv(&mut rows.into_iter()))
    }

    pub(super) fn export(&self, ctx: &Context<Self>) {
        if let (Some(loaded), Some(csv)) = (self.state.loaded(), self.csv()) {
            let resource = ctx.props().load.resource.as_str();
            // The reader's day, as on screen, in the form that sorts.
            let at = js_sys::Date::new(&loaded.fetched_at.as_millis().into());
            let day = String::from(at.to_locale_date_string("sv", &JsValue::UNDEFINED));
            let tenant = ctx.props().load.tenant.as_str();
            let company = ctx.props().appearance.tenant_name.as_deref();
            let whose = company.unwrap_or(tenant);
            // The browser leaves out characters that no file name may have.
            let between = if whose.is_empty() { "" } else { "-" };
            let name = [resource, between, whose, "-", &day, ".csv"].concat();
            if !export::download(&csv, &name) {
                ctx.link().send_message(Msg::NotDownloaded);
            }
        }
    }

    pub(super) fn copy(&self, ctx: &Context<Self>) {
        if let Some(loaded) = self.state.loaded() {
            let text = self.drawn(ctx.props()).as_cells(&loaded.usage);
            let link = ctx.link().clone();
            export::copy(text, move |well| link.send_message(Msg::Copied(well)));
        }
    }
}
