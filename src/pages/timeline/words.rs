//! What the page says in words that depend on numbers: counts, ranks, brackets.

use liner_notes_record::questions::{Place, Timeline};

use crate::numerals::{in_words, in_words_capitalised};

/// A rank: "1st", "22nd", "13th".
pub(super) fn ordinal(n: usize) -> String {
    let ending = match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}

/// How many tell a moment, and how many only allude to it.
pub(super) fn told_by(place: &Place<'_>) -> String {
    let all = place.heads.len();
    let allude = place.heads.iter().flatten();
    let allude = allude.filter(|head| head.alludes()).count();
    count(place.told_by() - allude, allude, all)
}

fn count(tell: usize, allude: usize, all: usize) -> String {
    let reviews = in_words(all);
    let who = |n: usize| match n {
        2 if all == 2 => "Both".to_owned(),
        _ if n == all => format!("All {reviews}"),
        _ => format!("{} of the {reviews}", in_words_capitalised(n)),
    };
    let s = |n: usize| if n == 1 { "s" } else { "" };
    match (tell, allude) {
        (0, 0) => "None of the reviews tells it.".to_owned(),
        (0, n) => format!("{} only allude{} to it.", who(n), s(n)),
        (n, 0) => format!("{} tell{} it.", who(n), s(n)),
        (n, m) => {
            let (tell, allude) = (who(n), in_words(m));
            format!("{tell} tell{} it, {allude} only allude{} to it.", s(n), s(m))
        }
    }
}

/// Where a moment may stand whose place is not fixed.
pub(super) fn somewhere(timeline: &Timeline<'_>, index: usize) -> Option<String> {
    let reach = timeline.reach(index)?;
    Some(match (reach.after, reach.before) {
        (Some(after), Some(before)) => {
            format!("somewhere between {} and {}", after + 1, before + 1)
        }
        (Some(after), None) => format!("somewhere after {}", after + 1),
        (None, Some(before)) => format!("somewhere before {}", before + 1),
        (None, None) => "its place is not fixed".to_owned(),
    })
}

/// A label on one line or two of at most so many letters, cut short only where even two do not hold it.
pub(super) fn label_lines(label: &str, most: usize) -> Vec<String> {
    let letters = |text: &str| text.chars().count();
    if letters(label) <= most {
        return vec![label.to_owned()];
    }
    let mut first = String::new();
    let mut rest = label.trim();
    while let Some((word, after)) = rest.split_once(' ') {
        if letters(&first) + letters(word) > most {
            break;
        }
        first = format!("{first}{word} ");
        rest = after;
    }
    let cut: String = rest.chars().take(most.saturating_sub(1)).collect();
    let second = if letters(rest) > most { format!("{}…", cut.trim_end()) } else { rest.to_owned() };
    let lines = [first.trim_end().to_owned(), second];
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_end_as_they_are_said() {
        let said: Vec<String> = [1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 30].map(ordinal).into();
        assert_eq!(said, ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "23rd", "30th"]);
    }

    #[test]
    fn labels_take_two_lines_before_they_are_cut() {
        assert_eq!(label_lines("Footlight", 10), ["Footlight"]);
        assert_eq!(label_lines("The Long Silence", 10), ["The Long", "Silence"]);
        assert_eq!(label_lines("Nebelhornwärter", 10), ["Nebelhorn…"]);
        assert_eq!(label_lines("A Nebelhornwärter", 10), ["A", "Nebelhorn…"]);
    }

    #[test]
    fn counts_read_as_sentences() {
        assert_eq!(count(4, 0, 5), "Four of the five tell it.");
        assert_eq!(count(5, 0, 5), "All five tell it.");
        assert_eq!(count(2, 0, 2), "Both tell it.");
        assert_eq!(count(1, 0, 3), "One of the three tells it.");
        assert_eq!(count(2, 1, 8), "Two of the eight tell it, one only alludes to it.");
        assert_eq!(count(0, 2, 5), "Two of the five only allude to it.");
        assert_eq!(count(0, 0, 5), "None of the reviews tells it.");
    }
}
