//! The header: the title, the company, and what can be done.

use yew::prelude::*;

use super::View;
use crate::api::Resource;

/// Outlines of 24 by 24, drawn with the text's colour.
const REFRESH: &str = "M20 11a8 8 0 1 0-.7 4.5M20 4v7h-7";
const COPY: &str = "M9 9h11v11H9zM15 5V4H4v11h1";
const EXPORT: &str = "M12 4v11m-5-5 5 5 5-5M5 20h14";
const PRINT: &str = "M7 8V4h10v4M7 17H4V9h16v8h-3M7 14h10v6H7z";

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
        let is_empty = self
            .state
            .loaded()
            .is_none_or(|loaded| loaded.usage.is_empty());
        let (refresh, turns) = if self.busy {
            (messages.refreshing, "tool busy")
        } else {
            (messages.refresh, "tool")
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
                    { Self::tool("refresh-button", turns, refresh, REFRESH, self.busy) }
                    { Self::tool("copy-button", "tool", messages.copy, COPY, is_empty) }
                    { Self::tool("export-button", "tool", messages.export, EXPORT, is_empty) }
                    { Self::tool("print-button", "tool", messages.print, PRINT, is_empty) }
                </div>
            </header>
        }
    }

    /// A button that says what it does by an icon, and in words to those who ask.
    fn tool(
        part: &'static str,
        class: &'static str,
        label: &'static str,
        icon: &'static str,
        disabled: bool,
    ) -> Html {
        html! {
            <button
                type="button"
                part={part}
                class={class}
                title={label}
                // Not `disabled`, which would take the focus away.
                aria-disabled={disabled.then_some("true")}
            >
                <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d={icon} /></svg>
                <span class="tip">{ label }</span>
            </button>
        }
    }
}
