//! The three licensing resources, by the names the API gives them.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Resource {
    CloudConnect,
    BackupServer,
    AvailabilityConsole,
}

impl Resource {
    pub(crate) const ALL: [Self; 3] = [
        Self::CloudConnect,
        Self::BackupServer,
        Self::AvailabilityConsole,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::CloudConnect => "cloudConnectUsage",
            Self::BackupServer => "backupServerUsage",
            Self::AvailabilityConsole => "availabilityConsoleUsage",
        }
    }

    pub(crate) fn file_name(self) -> String {
        format!("{}.json", self.name())
    }

    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|resource| resource.name() == name)
    }
}
