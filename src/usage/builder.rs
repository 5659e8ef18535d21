//! Adds entries up. Types are found by a hash of their name and sorted once, at the end: finding
//! them by comparing names makes reading 100,000 rows a third slower.

use super::{Rejected, Tally, Unit, Usage, Workload, WorkloadType};

/// More types than this are taken for a fault of the server.
const MOST_TYPES: usize = 1_000;
/// A power of two, at least twice as many as there can be types.
const PLACES: usize = 2_048;

/// One row as served, once its numbers are known to be possible.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// The name of the workload's type; an empty one is `Unknown`.
    pub kind: &'a str,
    /// The unit of its amounts; `None` where the row has no say in it.
    pub unit: Option<Unit>,
    /// Its amounts.
    pub tally: Tally,
}

/// Adds entries up, in any order, into a [`Usage`].
#[derive(Debug)]
pub struct UsageBuilder {
    unit: Option<Unit>,
    /// In the order in which types were met.
    workloads: Vec<Workload>,
    /// Where a type's workload is, counted from 1, by the hash of its name.
    places: Vec<u16>,
    totals: Tally,
}

impl Default for UsageBuilder {
    fn default() -> Self {
        Self {
            unit: None,
            workloads: Vec::new(),
            places: vec![0; PLACES],
            totals: Tally::default(),
        }
    }
}

impl UsageBuilder {
    /// Adds one entry.
    ///
    /// # Errors
    /// [`Rejected::MixedUnits`] where its unit is not that of the entries before,
    /// [`Rejected::SumTooLarge`] where a sum is not exact, and [`Rejected::TooManyTypes`] for the
    /// 1,001st type. The builder is of no use afterwards.
    pub fn add(&mut self, entry: &Entry) -> Result<(), Rejected> {
        if let Some(unit) = &entry.unit
            && self.unit.get_or_insert_with(|| unit.clone()) != unit
        {
            return Err(Rejected::MixedUnits);
        }
        self.totals = self.totals.plus(&entry.tally)?;
        let workload = self.workload(entry.kind)?;
        workload.tally = workload.tally.plus(&entry.tally)?;
        Ok(())
    }

    /// The report. `unit` is for entries none of which had a say in it.
    #[must_use]
    pub fn build(self, unit: Option<Unit>) -> Usage {
        let mut workloads = self.workloads;
        workloads.sort_unstable_by(|one, other| one.kind.cmp(&other.kind));
        Usage::new(
            self.unit.or(unit).unwrap_or_default(),
            workloads,
            self.totals,
        )
    }

    /// The workload of a type, an empty one where the type is new.
    fn workload(&mut self, kind: &str) -> Result<&mut Workload, Rejected> {
        let kind = if kind.is_empty() {
            WorkloadType::UNKNOWN
        } else {
            kind
        };
        let mut at = hash(kind);
        loop {
            at %= PLACES;
            let known = self.places.get(at).copied().unwrap_or_default();
            let Some(known) = usize::from(known).checked_sub(1) else {
                break;
            };
            let workload = self.workloads.get(known);
            if workload.is_some_and(|workload| workload.kind.is_spelled(kind)) {
                // Found twice, since the borrow checker cannot follow one that is returned.
                return self.workloads.get_mut(known).ok_or(Rejected::TooManyTypes);
            }
            at += 1;
        }
        if self.workloads.len() == MOST_TYPES {
            return Err(Rejected::TooManyTypes);
        }
        self.workloads.push(Workload {
            kind: WorkloadType::new(kind),
            tally: Tally::default(),
        });
        if let Some(place) = self.places.get_mut(at) {
            *place = u16::try_from(self.workloads.len()).unwrap_or_default();
        }
        self.workloads.last_mut().ok_or(Rejected::TooManyTypes)
    }
}

/// Of a name in any case (FNV-1a).
fn hash(name: &str) -> usize {
    let mut hash = 0x811c_9dc5_u32;
    for byte in name.bytes() {
        hash = (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193);
    }
    (hash ^ hash >> 15) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(kind: &str) -> Entry<'_> {
        Entry {
            kind,
            unit: None,
            tally: Tally::default(),
        }
    }

    #[test]
    fn a_thousand_types_are_told_apart_and_one_more_is_refused() {
        let mut builder = UsageBuilder::default();
        for at in 0..2 * MOST_TYPES {
            let name = format!("Type_{}", at % MOST_TYPES);
            assert_eq!(builder.add(&entry(&name)), Ok(()), "{name}");
        }
        assert_eq!(builder.add(&entry("type_5")), Ok(()));
        let more = builder.add(&entry("another"));
        assert_eq!(more, Err(Rejected::TooManyTypes));
        let usage = builder.build(None);
        assert_eq!(usage.workloads().len(), MOST_TYPES);
        let sorted = usage.workloads().windows(2);
        assert!({ sorted }.all(|pair| pair[0].kind < pair[1].kind));
    }

    #[test]
    fn rows_without_a_say_take_any_unit() {
        let mut builder = UsageBuilder::default();
        let mut add = |unit| {
            let entry = Entry { unit, ..entry("a") };
            builder.add(&entry)
        };
        assert_eq!(add(None), Ok(()));
        assert_eq!(add(Some(Unit::Points)), Ok(()));
        assert_eq!(add(None), Ok(()));
        assert_eq!(add(Some(Unit::Instances)), Err(Rejected::MixedUnits));
        assert_eq!(builder.build(None).unit(), &Unit::Points);
        let none = UsageBuilder::default();
        assert_eq!(none.build(Some(Unit::Points)).unit(), &Unit::Points);
    }
}
