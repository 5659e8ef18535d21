//! The title, and the company below it.

use yew::prelude::*;

use super::View;
use crate::api::Resource;

impl View<'_> {
    pub(super) fn heading(&self) -> AttrValue {
        let messages = self.locale.messages;
        self.appearance
            .heading
            .clone()
            .unwrap_or(AttrValue::Static(match self.resource {
                Resource::CloudConnectUsage => messages.cloud_connect_heading(),
                Resource::BackupServerUsage => messages.backup_server_heading(),
                Resource::AvailabilityConsoleUsage => messages.availability_console_heading(),
            }))
    }

    #[expect(clippy::ignored_unit_patterns, reason = "the macro generates it")]
    pub(super) fn title(&self) -> Html {
        let level = match self.appearance.heading_level {
            1.0 => "h1",
            3.0 => "h3",
            4.0 => "h4",
            5.0 => "h5",
            6.0 => "h6",
            _ => "h2",
        };
        html! {
            <>
                <@{level} part="heading" class="heading">{ self.heading() }</@>
                if let Some(name) = &self.appearance.tenant_name {
                    <p part="tenant" class="tenant">{ name }</p>
                }
            </>
        }
    }
}
