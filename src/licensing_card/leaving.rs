//! What leaves a card: its rows as CSV, in a file or for the page, and its table on the clipboard.

use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::{LicensingCard, Msg};
use crate::export;
use crate::loader::State;
use crate::usage::to_csv;

impl LicensingCard {
    pub(super) fn csv(&self, ctx: &Context<Self>, state: &State) -> Option<String> {
        let loaded = state.loaded()?;
        let rows = self.drawn(ctx, state).arranged(&loaded.usage);
        Some(to_csv(&mut rows.into_iter()))
    }

    pub(super) fn export(&self, ctx: &Context<Self>) {
        let state = self.driver.state();
        if let (Some(loaded), Some(csv)) = (state.loaded(), self.csv(ctx, &state)) {
            let resource = ctx.props().load.resource.as_str();
            // The reader's day, as on screen, in the form that sorts.
            let at = js_sys::Date::new(&loaded.fetched_at.as_millis().into());
            let day = String::from(at.to_locale_date_string("sv", &JsValue::UNDEFINED));
            let tenant = ctx.props().load.tenant.as_str();
            let company = ctx.props().appearance.tenant_name.as_deref();
            let whose = company.unwrap_or(tenant);
            // What a file system does not take in a name, the browser leaves out.
            let between = if whose.is_empty() { "" } else { "-" };
            let name = [resource, between, whose, "-", &day, ".csv"].concat();
            if !export::download(&csv, &name) {
                ctx.link().send_message(Msg::NotDownloaded);
            }
        }
    }

    pub(super) fn copy(&self, ctx: &Context<Self>) {
        let state = self.driver.state();
        if let Some(loaded) = state.loaded() {
            let text = self.drawn(ctx, &state).as_cells(&loaded.usage);
            let link = ctx.link().clone();
            export::copy(text, move |well| link.send_message(Msg::Copied(well)));
        }
    }
}
