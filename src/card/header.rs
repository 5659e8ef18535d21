//! The header: the title, the company, and what can be done.

use yew::prelude::*;

use super::View;
use crate::api::Resource;

/// Outlines of 24 by 24, drawn with the text's colour.
const REFRESH: &str = "M20 11a8 8 0 1 0-.7 4.5M20 4v7h-7";
const EXPORT: &str = "M12 4v11m-5-5 5 5 5-5M5 20h14";

impl View<'_> {
    pub(super) fn heading(&self) -> AttrValue {
        let messages = self.locale.messages;
        self.appearance
            .heading
            .clone()
            .unwrap_or(AttrValue::Static(match self.resource {
                Resource::CloudConnectUsage => messages.cloud_connect_heading,
                Resource::BackupServerUsage => messages.backup_server_heading,
                Resource::AvailabilityConsoleUsage => messages.availability_console_heading,
            }))
    }

    #[expect(clippy::ignored_unit_patterns, reason = "of the macro's own making")]
    pub(super) fn header(&self) -> Html {
        let messages = self.locale.messages;
        let level = match self.appearance.heading_level {
            1 => "h1",
            3 => "h3",
            4 => "h4",
            5 => "h5",
            6 => "h6",
            _ => "h2",
        };
        let has_rows = self
            .state
            .loaded()
            .is_some_and(|loaded| !loaded.usage.is_empty());
        let refresh = if self.busy {
            messages.refreshing
        } else {
            messages.refresh
        };
        html! {
            <header class="head">
                <div class="titles">
                    <@{level} part="heading" class="heading">{ self.heading() }</@>
                    if let Some(name) = &self.appearance.tenant_name {
                        <p part="tenant" class="tenant">{ name }</p>
                    }
                </div>
                <div class="tools">
                    { self.actions.clone() }
                    { Self::tool("refresh-button", refresh, REFRESH, self.busy, false) }
                    { Self::tool("export-button", messages.export, EXPORT, false, !has_rows) }
                </div>
            </header>
        }
    }

    /// A button that says what it does by an icon, and in words to those who ask.
    fn tool(
        part: &'static str,
        label: &'static str,
        icon: &'static str,
        busy: bool,
        disabled: bool,
    ) -> Html {
        html! {
            <button
                type="button"
                part={part}
                class="tool"
                aria-label={label}
                title={label}
                // Not `disabled` while it is busy, which would take the focus away.
                aria-disabled={busy.then_some("true")}
                disabled={disabled}
            >
                <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d={icon} /></svg>
            </button>
        }
    }
}
