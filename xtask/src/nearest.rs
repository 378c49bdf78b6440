//! Finds the name that a mistyped one was most likely meant to be.

/// The one of `known` that takes the fewest single-letter changes to reach from `written`.
///
/// Gives an empty name when nothing is known.
pub(crate) fn nearest<'a>(written: &str, known: &[&'a str]) -> &'a str {
    known.iter().min_by_key(|name| changes(written, name)).copied().unwrap_or_default()
}

/// How many letters must be added, dropped or replaced to turn `from` into `to` (Levenshtein).
fn changes(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (letters, left) in from.chars().enumerate() {
        let mut diagonal = letters;
        let mut before = letters + 1;
        for (place, right) in to.iter().enumerate() {
            let above = row[place + 1];
            let here = (diagonal + usize::from(left != *right)).min(above + 1).min(before + 1);
            row[place] = before;
            diagonal = above;
            before = here;
        }
        row[to.len()] = before;
    }
    row[to.len()]
}

#[cfg(test)]
mod tests {
    use super::{changes, nearest};

    #[test]
    fn counts_single_letter_changes() {
        assert_eq!(changes("", ""), 0);
        assert_eq!(changes("serve", "serve"), 0);
        assert_eq!(changes("", "test"), 4);
        assert_eq!(changes("tset", "test"), 2);
        assert_eq!(changes("kitten", "sitting"), 3);
        assert_eq!(changes("shots", "shot"), 1);
    }

    #[test]
    fn picks_the_closest_name() {
        let known = ["serve", "build", "test", "shots"];
        assert_eq!(nearest("server", &known), "serve");
        assert_eq!(nearest("tests", &known), "test");
        assert_eq!(nearest("screenshots", &known), "shots");
        assert_eq!(nearest("x", &[]), "");
    }
}
