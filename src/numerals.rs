//! Numbers as running text writes them.

/// A number in words up to ten, in figures from there on.
#[must_use]
pub(crate) fn in_words(number: usize) -> String {
    const WORDS: [&str; 11] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    WORDS.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// The same at the start of a sentence.
#[must_use]
pub(crate) fn in_words_capitalised(number: usize) -> String {
    let mut words = in_words(number);
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

/// A number with its noun in the singular or plural: "1 topic", "2 topics".
#[must_use]
pub(crate) fn counted(number: usize, singular: &str) -> String {
    if number == 1 { format!("1 {singular}") } else { format!("{number} {singular}s") }
}

/// The same in words up to ten: "one spelling", "five things".
#[must_use]
pub(crate) fn counted_in_words(number: usize, singular: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {singular}{plural}", in_words(number))
}

/// Figures with a comma at every thousand.
#[must_use]
pub(crate) fn figures(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_numbers_are_words_and_large_ones_figures() {
        assert_eq!(in_words(5), "five");
        assert_eq!(in_words(11), "11");
        assert_eq!(in_words_capitalised(2), "Two");
        assert_eq!(in_words_capitalised(12), "12");
    }

    #[test]
    fn a_noun_takes_its_plural_from_two_on() {
        assert_eq!(counted(1, "topic"), "1 topic");
        assert_eq!(counted(0, "topic"), "0 topics");
        assert_eq!(counted_in_words(1, "spelling"), "one spelling");
        assert_eq!(counted_in_words(32, "spelling"), "32 spellings");
    }

    #[test]
    fn figures_have_a_comma_at_every_thousand() {
        let read = [0, 999, 1_000, 12_345, 1_234_567].map(figures);
        assert_eq!(read, ["0", "999", "1,000", "12,345", "1,234,567"]);
    }
}
