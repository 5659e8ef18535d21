//! A customer portal in Yew: the licensing card as a component among its own.

use licensing_card::card::{Appearance, STYLE};
use licensing_card::loader::Load;
use licensing_card::usage::Measure;
use licensing_card::{LicensingCard, Report};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// The companies that the portal's user may see, by their IDs.
const COMPANIES: &[(&str, &str)] = &[("2", "Birchgate Logistics"), ("7", "Tern Island Brewery")];
const LANGUAGES: &[&str] = &["en", "de", "ar"];

#[component]
fn Portal() -> Html {
    let company = use_state(|| 0);
    let language = use_state(|| 0);
    let outcome = use_state(|| AttrValue::Static("Nothing yet"));

    let on_report = {
        let outcome = outcome.clone();
        use_callback((), move |report: Report, ()| {
            let line = match report.state.loaded() {
                Some(loaded) => {
                    let total = loaded.usage.totals().get(Measure::Total);
                    let machines = total.count.to_f64();
                    let amount = total.instances.to_f64();
                    format!(
                        "{machines} machines, {amount} {}",
                        loaded.usage.unit().as_str()
                    )
                }
                None => report.state.as_str().to_owned(),
            };
            outcome.set(line.into());
            // The card's own notice may stay where the portal has none.
            true
        })
    };

    let (tenant, name) = COMPANIES.get(*company).copied().unwrap_or_default();
    let load = Load {
        endpoint: Some("/v2".to_owned()),
        tenant: tenant.to_owned(),
        ..Load::default()
    };
    let appearance = Appearance {
        tenant_name: Some(name.into()),
        limit: Some(100.0),
        locale: LANGUAGES.get(*language).map(|&tag| tag.into()),
        ..Appearance::default()
    };
    html! {
        <main>
            <style>{ STYLE }</style>
            <h1>{ "Licensing" }</h1>
            { choice("Company", COMPANIES.iter().map(|(_, name)| *name), &company) }
            { choice("Language", LANGUAGES.iter().copied(), &language) }
            <LicensingCard
                {load}
                {appearance}
                {on_report}
                actions={html! { <a href="#order">{ "Order licenses" }</a> }}
            />
            <p role="status">{ &*outcome }</p>
        </main>
    }
}

/// A field to choose one of some names with.
fn choice(
    label: &'static str,
    names: impl Iterator<Item = &'static str>,
    chosen: &UseStateHandle<usize>,
) -> Html {
    let onchange = {
        let chosen = chosen.clone();
        move |event: Event| {
            let field: HtmlSelectElement = event.target_unchecked_into();
            chosen.set(usize::try_from(field.selected_index()).unwrap_or(0));
        }
    };
    html! {
        <label>
            { label }
            <select {onchange}>{ for names.map(|name| html! { <option>{ name }</option> }) }</select>
        </label>
    }
}

fn main() {
    yew::Renderer::<Portal>::new().render();
}
