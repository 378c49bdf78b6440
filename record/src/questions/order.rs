//! Putting things in order.

/// The items with the smallest keys first; equal ones stay as they were.
///
/// One sort serves every type: the standard library's is compiled anew for each, at some 4 KB of what people load.
pub(super) fn ordered<T>(items: Vec<T>, key: impl Fn(&T) -> u64) -> Vec<T> {
    let mut places: Vec<(u64, usize)> = items.iter().map(key).zip(0..).collect();
    places.sort_unstable();
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    places.into_iter().filter_map(|(_, place)| items[place].take()).collect()
}

/// A key that puts the largest first.
pub(super) fn largest_first(size: usize) -> u64 {
    u64::MAX - size as u64
}
