//! Putting many things in order: hits, and the words of an index.

/// The places from 0 to `count` in the order that `is_before` says, those that it says nothing of as they were.
///
/// A merge sort of places for everything that is long: the standard library's is compiled anew for each type, at some
/// 4 KB of what the desk weighs. For a few things there is [`ordered`](crate::questions::ordered).
pub(super) fn in_order(count: usize, is_before: &dyn Fn(u32, u32) -> bool) -> Vec<u32> {
    let mut sorted: Vec<u32> = (0..count as u32).collect();
    let mut merged = Vec::with_capacity(count);
    let mut run = 1;
    while run < count {
        merged.clear();
        for start in (0..count).step_by(2 * run) {
            let (middle, end) = ((start + run).min(count), (start + 2 * run).min(count));
            let (mut one, mut two) = (start, middle);
            while one < middle || two < end {
                let is_second = one == middle || (two < end && is_before(sorted[two], sorted[one]));
                let next = if is_second { &mut two } else { &mut one };
                merged.push(sorted[*next]);
                *next += 1;
            }
        }
        std::mem::swap(&mut sorted, &mut merged);
        run *= 2;
    }
    sorted
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::in_order;

    proptest! {
        #[test]
        fn it_is_a_stable_sort(keys in prop::collection::vec(0..9_u8, 0..40)) {
            let mut expected: Vec<u32> = (0..keys.len() as u32).collect();
            expected.sort_by_key(|place| keys[*place as usize]);
            prop_assert_eq!(in_order(keys.len(), &|one, two| keys[one as usize] < keys[two as usize]), expected);
        }
    }
}
