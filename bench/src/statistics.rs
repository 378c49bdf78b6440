//! One number for many.

/// The number in the middle, or the mean of the two that are; none of none.
pub(crate) fn median(numbers: &[f64]) -> Option<f64> {
    let sorted = sorted(numbers);
    let middle = sorted.len() / 2;
    let upper = *sorted.get(middle)?;
    let lower = if sorted.len().is_multiple_of(2) { *sorted.get(middle.checked_sub(1)?)? } else { upper };
    Some(f64::midpoint(lower, upper))
}

/// The smallest number that at least `percent` of a hundred are no greater than (the nearest rank); none of none.
pub(crate) fn percentile(numbers: &[f64], percent: usize) -> Option<f64> {
    let rank = (numbers.len() * percent).div_ceil(100).max(1);
    sorted(numbers).get(rank - 1).copied()
}

/// The greatest number; none of none.
pub(crate) fn greatest(numbers: &[f64]) -> Option<f64> {
    numbers.iter().copied().reduce(f64::max)
}

fn sorted(numbers: &[f64]) -> Vec<f64> {
    let mut sorted = numbers.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

#[cfg(test)]
mod tests {
    use super::{greatest, median, percentile};

    #[test]
    fn the_median_does_not_mind_the_order() {
        assert_eq!(median(&[3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&[4.0, 1.0, 3.0, 2.0]), Some(2.5));
        assert_eq!(median(&[7.0]), Some(7.0));
        assert_eq!(median(&[]), None);
    }

    #[test]
    fn a_percentile_is_one_of_the_numbers() {
        let hundred: Vec<f64> = (1..=100).map(f64::from).collect();
        assert_eq!(percentile(&hundred, 98), Some(98.0));
        assert_eq!(percentile(&[5.0, 9.0], 98), Some(9.0));
        assert_eq!(percentile(&[5.0, 9.0], 50), Some(5.0));
        assert_eq!(percentile(&[], 98), None);
    }

    #[test]
    fn the_greatest_of_none_is_none() {
        assert_eq!(greatest(&[1.0, 3.0, 2.0]), Some(3.0));
        assert_eq!(greatest(&[]), None);
    }
}
