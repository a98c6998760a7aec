//! What holds whatever was received.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use siklus_core::fact::Raw;
use siklus_core::pack::ServiceId;
use siklus_core::schedule::Status;
use siklus_core::screening::{Dose, Due, due, due_now, next_change_on, plan};

use crate::person::{Somebody, code, day, pack, service};

/// What the plan reckons with.
const VACCINES: [&str; 25] = [
    "hb0",
    "bcg",
    "opv.1",
    "opv.2",
    "opv.3",
    "opv.4",
    "dpt_hb_hib.1",
    "dpt_hb_hib.2",
    "dpt_hb_hib.3",
    "dpt_hb_hib.4",
    "pcv.1",
    "pcv.2",
    "pcv.3",
    "rv.1",
    "rv.2",
    "rv.3",
    "ipv.1",
    "ipv.2",
    "mr.1",
    "mr.2",
    "je",
    "hexavalent.1",
    "hexavalent.2",
    "hexavalent.3",
    "newborn.kn1",
];

/// A child with some vaccines on some days, a few without a date, in an area of some kind.
fn child() -> impl Strategy<Value = Somebody> {
    let doses = prop::collection::vec((0..VACCINES.len(), 0..2000_u64, 0..20_u8), 0..24);
    (0..2400_u64, doses, any::<(bool, bool, bool)>()).prop_map(|(age, doses, (is_girl, is_endemic, has_hexavalent))| {
        let born = "2019-05-31";
        let child = if is_girl { Somebody::girl(born) } else { Somebody::boy(born) };
        let mut child = child.after_days(age).says("district_je_endemic", Raw::Bool(is_endemic));
        if has_hexavalent {
            child = child.says("district_hexavalent_from", Raw::Date(day("2019-06-30")));
        }
        let mut seen = BTreeSet::new();
        for (vaccine, days, dated) in doses {
            let on = (dated > 0).then(|| day(born) + Days::new(days));
            let vaccine = service(VACCINES[vaccine]);
            if days <= age && seen.insert((vaccine, on)) {
                child.0.doses.push(Dose { service: vaccine, on });
            }
        }
        child
    })
}

fn statuses(child: &Somebody) -> Vec<(ServiceId, Status)> {
    due(pack(), &child.subject()).into_iter().map(|due| (due.service, due.status)).collect()
}

fn is_open(status: Status) -> bool {
    matches!(status, Status::Due | Status::Overdue | Status::Upcoming)
}

fn end(child: &Somebody) -> NaiveDate {
    child.0.born.effective() + Days::new(3000)
}

fn dpt_places(child: &Somebody) -> usize {
    let done = statuses(child).into_iter().filter(|(_, status)| *status == Status::Done);
    done.filter(|(service, _)| code(*service).starts_with("dpt_hb_hib")).count()
}

/// What the other vaccine stands in for.
fn stands_beside(code: &str) -> bool {
    ["dpt_hb_hib", "hexavalent", "ipv"].iter().any(|begin| code.starts_with(begin))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_plan_that_is_followed_leaves_nothing_open(child in child()) {
        let mut followed = child.clone();
        for planned in plan(pack(), &child.subject(), end(&child)) {
            followed.0.doses.extend(planned.doses.iter().map(|service| Dose { service: *service, on: Some(planned.on) }));
        }
        followed.0.on = end(&child).min(child.0.born.effective() + Days::new(2190)).max(child.0.on);
        for (service, status) in statuses(&followed) {
            let is_planned = VACCINES.contains(&code(service));
            prop_assert!(!is_planned || !is_open(status) || stands_beside(code(service)), "{} {status:?}", code(service));
        }
        let dpt = statuses(&followed).into_iter().find(|(service, _)| code(*service) == "dpt_hb_hib.3");
        prop_assert!(dpt.is_none_or(|(_, status)| !is_open(status)), "{dpt:?}");
    }

    #[test]
    fn a_plan_lies_ahead_and_each_dose_of_it_counts(child in child()) {
        let mut followed = child.clone();
        let mut last = None;
        for planned in plan(pack(), &child.subject(), end(&child)) {
            prop_assert!(planned.on >= child.0.on && last.is_none_or(|last| last < planned.on));
            last = Some(planned.on);
            followed.0.on = planned.on;
            for line in due(pack(), &followed.subject()).into_iter().filter(|line| planned.doses.contains(&line.service)) {
                prop_assert!(line.from.is_none_or(|from| from <= planned.on) && line.until.is_none_or(|until| planned.on <= until));
            }
            let places = dpt_places(&followed);
            followed.0.doses.extend(planned.doses.iter().map(|service| Dose { service: *service, on: Some(planned.on) }));
            let after = statuses(&followed);
            for dose in planned.doses {
                // In a series of two vaccines the next free place counts, not the number.
                let has_place = code(dose).starts_with("hexavalent") && dpt_places(&followed) > places;
                prop_assert!(has_place || after.contains(&(dose, Status::Done)), "{} on {}", code(dose), planned.on);
            }
        }
    }

    #[test]
    fn due_today_is_what_the_plan_gives_today_and_what_it_does_not_reckon_with(child in child()) {
        let now = due_now(pack(), &child.subject());
        let services = |due: &[Due]| due.iter().map(|due| due.service).collect::<BTreeSet<_>>();
        let planned = plan(pack(), &child.subject(), child.0.on).into_iter().flat_map(|day| day.doses).collect::<BTreeSet<_>>();
        prop_assert_eq!(services(&now.together), planned);
        let is_now = |status| matches!(status, Status::Due | Status::Overdue);
        let others = statuses(&child).into_iter().filter(|(service, status)| is_now(*status) && !VACCINES.contains(&code(*service)));
        let others: BTreeSet<_> = others.map(|(service, _)| service).collect();
        prop_assert!(services(&now.others).is_subset(&others));
        prop_assert!(others.iter().all(|service| services(&now.others).contains(service) || code(*service).starts_with("newborn.")));
        for list in [&now.together, &now.others] {
            prop_assert!(list.iter().all(|due| is_now(due.status)));
            prop_assert!(list.is_sorted_by_key(|due| due.status != Status::Overdue));
        }
    }

    #[test]
    fn what_is_done_once_stays_done(child in child(), later in 0..400_u64) {
        let mut moved = child.clone();
        moved.0.on = child.0.on + Days::new(later);
        let then = statuses(&moved);
        for (service, _) in statuses(&child).into_iter().filter(|(service, status)| *status == Status::Done && VACCINES.contains(&code(*service))) {
            prop_assert!(then.contains(&(service, Status::Done)), "{}", code(service));
        }
    }

    #[test]
    fn a_further_dose_makes_no_other_less_done(child in child(), chosen in any::<prop::sample::Index>()) {
        let before = statuses(&child);
        let open: Vec<_> = before.iter().filter(|(service, status)| matches!(status, Status::Due | Status::Overdue) && !stands_beside(code(*service))).collect();
        prop_assume!(!open.is_empty());
        let (given, _) = *open[chosen.index(open.len())];
        let series = |service| code(service).split_once('.').map_or(code(service), |(vaccine, _)| vaccine);
        prop_assume!(child.0.doses.iter().all(|dose| series(dose.service) != series(given)));
        let mut more = child.clone();
        more.0.doses.push(Dose { service: given, on: Some(child.0.on) });
        let after = statuses(&more);
        prop_assert!(after.contains(&(given, Status::Done)));
        for (service, _) in before.iter().filter(|(_, status)| *status == Status::Done) {
            prop_assert!(after.contains(&(*service, Status::Done)), "{} after {}", code(*service), code(given));
        }
    }

    #[test]
    fn up_to_the_next_change_nothing_changes(child in child()) {
        let next = next_change_on(pack(), &child.subject()).unwrap_or(child.0.on + Days::new(60));
        let today = statuses(&child);
        let mut moved = child.clone();
        for on in child.0.on.iter_days().skip(1).take(60).take_while(|on| *on < next) {
            moved.0.on = on;
            prop_assert_eq!(&statuses(&moved), &today, "on {}", on);
        }
    }

    #[test]
    fn the_order_in_which_doses_were_recorded_says_nothing(child in child()) {
        let mut turned = child.clone();
        turned.0.doses.reverse();
        prop_assert_eq!(statuses(&turned), statuses(&child));
    }
}
