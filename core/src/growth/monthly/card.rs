//! The weighings of a child, and how each month is judged.

use chrono::NaiveDate;

use super::decision::{Gain, MonthlyDecision, NotJudged, Skdn};
use super::tables::{Increments, MinimumGains, MonthlyLimits};
use crate::growth::{Class, Outcome, Weight};
use crate::hidden::hidden;
use crate::person::{BirthDate, Sex, add_months, days_between, month_start, months_between};

/// A weighing.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Weighing {
    /// Its day.
    pub on: NaiveDate,
    /// The weight.
    pub weight: Weight,
    /// Whether oedema of both feet was recorded on that day: then the weight is too high, and an earlier month is no T.
    pub oedema: bool,
}

/// A child's card: its weighings and what they are judged by.
#[derive(Clone, Copy)]
pub struct Card<'a> {
    /// The sex.
    pub sex: Sex,
    /// The birth date; without its day nothing is judged.
    pub born: BirthDate,
    /// The weight at birth, when it is known.
    pub birth_weight: Option<Weight>,
    /// All weighings, the first one first where two are of one day; those after the day of the decision are not looked at.
    pub weighings: &'a [Weighing],
    /// The minimum gains.
    pub minimum: &'a MinimumGains,
    /// How two weighings are compared.
    pub limits: &'a MonthlyLimits,
}

/// The day of the decision.
#[derive(Clone, Copy)]
pub struct Today {
    /// Its date.
    pub on: NaiveDate,
    /// Oedema of both feet, when it is certain.
    pub oedema: bool,
    /// Weight for age of today.
    pub wfa: Outcome,
}

hidden!(Weighing, Today);

impl Card<'_> {
    /// What the weighings say on a day.
    pub fn decide(&self, today: &Today) -> MonthlyDecision {
        let gain = self.gain(today);
        MonthlyDecision {
            gain,
            skdn: self.skdn(today.on, gain),
            months_not_rising: self.months_not_rising(today.on, gain),
            lost_too_much: self.lost_too_much(today),
            oddly_spaced: gain.is_ok_and(|gain| gain.days.is_some_and(|days| !self.limits.days_apart.contains(&days))),
            below_red_line: today.wfa.is_ok_and(|score| score.class == Some(Class::SeverelyUnderweight)),
        }
    }

    /// Whether the gain up to the last weighing of this month is below what nearly all healthy children gain, over the shortest time for
    /// which there is a row and a weighing; `None` when there is none. A matter for health workers, apart from N and T.
    pub fn falters(&self, on: NaiveDate, increments: &Increments) -> Option<bool> {
        let last = self.last_of_month(month_start(on), on).filter(|last| !last.oedema && !self.born.is_estimated())?;
        let age = self.age(last.on);
        let rows = increments.0.iter().filter(|row| row.sex == self.sex && row.to == age);
        let pairs = rows.filter_map(|row| Some((row, self.weight_at(row.from, last.on)?)));
        let (row, earlier) = pairs.max_by_key(|(row, _)| row.from)?;
        Some(Gain::between(earlier, last.weight, row.gain)?.is_below_minimum())
    }

    fn gain(&self, today: &Today) -> Result<Gain, NotJudged> {
        if today.oedema {
            return Err(NotJudged::Oedema);
        }
        if today.wfa.is_ok_and(|score| score.flagged) {
            return Err(NotJudged::Implausible);
        }
        match self.last_of_month(month_start(today.on), today.on) {
            Some(weighing) => self.judge(weighing.on, Some(weighing.weight)),
            None => self.judge(today.on, None),
        }
    }

    /// The gain up to a day. Without a weight on it, whether one would be judged.
    fn judge(&self, on: NaiveDate, weight: Option<Weight>) -> Result<Gain, NotJudged> {
        if self.born.is_estimated() {
            return Err(NotJudged::BirthDayUnknown);
        }
        let age = self.age(on);
        let minimum = self.minimum.at(age, self.sex).ok_or(NotJudged::AgeOutside)?;
        let before = self.month_before(on);
        let baseline = match before {
            Some(weighing) => weighing.weight,
            None if age == self.limits.birth_weight_month => self.birth_weight.ok_or(NotJudged::BirthWeightOpen)?,
            None => return Err(NotJudged::NoBaseline),
        };
        let gain = Gain::between(baseline, weight.ok_or(NotJudged::NotWeighed)?, minimum).ok_or(NotJudged::AgeOutside)?;
        Ok(Gain { days: before.map(|before| days_between(before.on, on)), ..gain })
    }

    fn skdn(&self, on: NaiveDate, gain: Result<Gain, NotJudged>) -> Option<Skdn> {
        let this_month = month_start(on);
        self.last_of_month(this_month, on)?;
        let first_ever = self.weighings.iter().all(|weighing| weighing.on >= this_month);
        Some(match gain {
            _ if first_ever => Skdn::New,
            _ if self.month_before(on).is_none() => Skdn::AbsentLastMonth,
            Ok(gain) if gain.is_below_minimum() => Skdn::NotRising,
            Ok(_) => Skdn::Rising,
            Err(_) => Skdn::AbsentLastMonth,
        })
    }

    /// T in this month and in how many just before it; a month that is not T ends the row.
    fn months_not_rising(&self, on: NaiveDate, gain: Result<Gain, NotJudged>) -> u32 {
        let is_t = |gain: Result<Gain, NotJudged>| gain.is_ok_and(|gain| gain.is_below_minimum());
        if !is_t(gain) {
            return 0;
        }
        let earlier_t = |weighing: &&Weighing| !weighing.oedema && is_t(self.judge(weighing.on, Some(weighing.weight)));
        let mut months = 1;
        let mut earlier = self.month_before(on).filter(earlier_t);
        while let Some(weighing) = earlier {
            months += 1;
            earlier = self.month_before(weighing.on).filter(earlier_t);
        }
        months
    }

    /// The birth weight never counts here, and exactly the limit is a loss.
    fn lost_too_much(&self, today: &Today) -> bool {
        let limit = self.limits.loss_at(self.age(today.on)).filter(|_| !today.oedema);
        let now = self.weighings.iter().rfind(|weighing| weighing.on == today.on);
        let pair = now.zip(self.month_before(today.on)).zip(limit);
        pair.is_some_and(|((now, then), percent)| {
            let kept = u64::from(100_u32.saturating_sub(percent));
            u64::from(now.weight.steps()) * 100 <= u64::from(then.weight.steps()) * kept
        })
    }

    /// The weight at a completed month of age before a day: the last weighing of that age, else at birth the birth weight.
    fn weight_at(&self, months: i32, before: NaiveDate) -> Option<Weight> {
        let of_age = self.weighings.iter().filter(|weighing| weighing.on < before && self.age(weighing.on) == months && !weighing.oedema);
        let last = of_age.max_by_key(|weighing| weighing.on).map(|weighing| weighing.weight);
        last.or(if months == 0 { self.birth_weight } else { None })
    }

    /// The last weighing of the calendar month before that of a day.
    fn month_before(&self, on: NaiveDate) -> Option<&Weighing> {
        self.last_of_month(add_months(month_start(on), -1)?, on)
    }

    fn last_of_month(&self, month: NaiveDate, until: NaiveDate) -> Option<&Weighing> {
        let of_month = self.weighings.iter().filter(|weighing| weighing.on <= until && month_start(weighing.on) == month);
        of_month.max_by_key(|weighing| weighing.on)
    }

    fn age(&self, on: NaiveDate) -> i32 {
        months_between(self.born.effective(), on)
    }
}
