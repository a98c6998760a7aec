//! The formula of the WHO: a row of a table turns a measure into a z-score, and a z-score into a measure.

/// Beyond so many standard deviations the tails of a distribution that is not normal are not to be trusted.
const TAIL: f64 = 3.0;

/// A row of a table: the power, the median and the coefficient of variation of a measure among healthy children.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Lms {
    /// The power that makes the distribution normal.
    pub l: f64,
    /// The median, in the unit of the measure.
    pub m: f64,
    /// The coefficient of variation.
    pub s: f64,
}

impl Lms {
    /// The row a part of the way to the next one, each of the three moved linearly.
    pub fn towards(self, next: Self, part: f64) -> Self {
        let between = |one: f64, other: f64| one + part * (other - one);
        Self { l: between(self.l, next.l), m: between(self.m, next.m), s: between(self.s, next.s) }
    }

    /// The z-score of a measure, unrounded: beyond 3 SD in steps of the distance between 2 and 3 SD (WHO 2006, report of methods,
    /// chapter 7). Where L is 1 the distribution is normal, and this is the formula as it stands.
    pub fn z(&self, measure: f64) -> f64 {
        let z = self.free_z(measure);
        if self.is_normal() || z.abs() <= TAIL {
            return z;
        }
        let side = z.signum();
        let limit = self.measure(TAIL * side);
        let step = (limit - self.measure((TAIL - 1.0) * side)).abs();
        TAIL * side + (measure - limit) / step
    }

    /// The measure at a z-score, as the lines of a chart show it.
    pub fn measure(&self, z: f64) -> f64 {
        if self.is_normal() {
            self.m * (1.0 + self.s * z)
        } else if self.l == 0.0 {
            self.m * libm::exp(self.s * z)
        } else {
            self.m * libm::exp(libm::log(1.0 + self.l * self.s * z) / self.l)
        }
    }

    /// The power is that of a logarithm: faster than `pow`, and nothing is lost where it comes near 1.
    fn free_z(&self, measure: f64) -> f64 {
        let ratio = measure / self.m;
        if self.is_normal() {
            (ratio - 1.0) / self.s
        } else if self.l == 0.0 {
            libm::log(ratio) / self.s
        } else {
            libm::expm1(self.l * libm::log(ratio)) / (self.s * self.l)
        }
    }

    /// No power is needed.
    fn is_normal(&self) -> bool {
        self.l == 1.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Weight of boys on day 0.
    const SKEWED: Lms = Lms { l: 0.3487, m: 3.3464, s: 0.14602 };
    /// Length of boys on day 0.
    const NORMAL: Lms = Lms { l: 1.0, m: 49.8842, s: 0.03795 };

    #[test]
    fn the_median_is_zero() {
        assert_eq!(SKEWED.z(3.3464), 0.0);
        assert_eq!(NORMAL.z(49.8842), 0.0);
    }

    /// Beyond 3 SD equal steps of the measure are equal steps of z, which the free formula does not give.
    #[test]
    fn the_formula_is_restricted_beyond_3_sd() {
        for side in [-1.0, 1.0] {
            let (two, three) = (SKEWED.measure(2.0 * side), SKEWED.measure(3.0 * side));
            let five = three + 2.0 * (three - two);
            assert!((SKEWED.z(five) - 5.0 * side).abs() < 1e-9);
            assert!((SKEWED.free_z(five) - 5.0 * side).abs() > 0.05);
        }
    }

    #[test]
    fn a_normal_distribution_is_not_restricted() {
        let measure = NORMAL.measure(-7.25);
        assert!((NORMAL.z(measure) + 7.25).abs() < 1e-9);
    }

    #[test]
    fn a_power_of_zero_is_the_logarithm() {
        let (zero, near) = (Lms { l: 0.0, ..SKEWED }, Lms { l: 1e-9, ..SKEWED });
        for measure in [1.5, 2.9, 4.4, 7.0] {
            assert!((zero.z(measure) - near.z(measure)).abs() < 1e-5, "{measure}");
        }
    }

    #[test]
    fn the_way_to_the_next_row_is_linear() {
        let half = SKEWED.towards(Lms { l: 0.3127, m: 3.3174, s: 0.14693 }, 0.5);
        assert!((half.l - 0.3307).abs() < 1e-12 && (half.m - 3.3319).abs() < 1e-12 && (half.s - 0.146475).abs() < 1e-12);
        assert_eq!(SKEWED.towards(NORMAL, 0.0), SKEWED);
    }

    proptest! {
        #[test]
        fn a_line_of_the_chart_has_its_own_z_score(z in -3.0..3.0, l in prop::sample::select(vec![-1.8, -0.35, 0.0, 0.4, 1.0])) {
            let row = Lms { l, ..SKEWED };
            prop_assert!((row.z(row.measure(z)) - z).abs() < 1e-9);
        }

        #[test]
        fn more_is_never_less(one in 0.1..20.0, other in 0.1..20.0, l in prop::sample::select(vec![-1.8, -0.35, 0.0, 0.4, 1.0])) {
            let row = Lms { l, ..SKEWED };
            prop_assert_eq!(one < other, row.z(one) < row.z(other));
        }
    }
}
