//! Putting things in order.

/// The items with the smallest keys first; equal ones stay as they were.
///
/// One plain sort serves every type: the standard library's is made for more than a few hundred items, and compiled
/// anew for each type at some 4 KB of what people load.
pub fn ordered<T>(items: Vec<T>, key: impl Fn(&T) -> u64) -> Vec<T> {
    let places = places(items.iter().map(key).collect());
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    places.into_iter().filter_map(|place| items[place].take()).collect()
}

fn places(keys: Vec<u64>) -> Vec<usize> {
    let mut places = Vec::with_capacity(keys.len());
    for (place, key) in keys.iter().enumerate() {
        let before = places.partition_point(|&other: &usize| keys[other] <= *key);
        places.insert(before, place);
    }
    places
}

/// A key that puts the largest first.
pub(super) fn largest_first(size: usize) -> u64 {
    u64::MAX - size as u64
}
