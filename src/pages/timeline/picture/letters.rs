//! How much room words take. Which faces there are only those know who look at the picture, so it is what they take in
//! the widest that common systems have.

/// A face at a size.
pub(super) struct Face {
    pub(super) size: f64,
    /// How much wider its letters are than those of a plain sans at that size.
    wider: f64,
}

impl Face {
    /// The sans.
    pub(super) const fn plain(size: f64) -> Self {
        Self { size, wider: 1.0 }
    }

    /// The sans, in a weight that some systems only have as bold.
    pub(super) const fn strong(size: f64) -> Self {
        Self { size, wider: 1.1 }
    }

    /// The serif of headings, likewise.
    pub(super) const fn serif(size: f64) -> Self {
        Self { size, wider: 1.14 }
    }
}

/// The width of words at most.
pub(super) fn width(words: &str, face: &Face) -> f64 {
    words.chars().map(letter).sum::<f64>() * face.wider * face.size
}

/// The width of a letter, in parts of the size of its face.
fn letter(letter: char) -> f64 {
    match letter {
        ' ' | 'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '’' | '‘' | '|' | '!' | 'I' => 0.34,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '/' => 0.42,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '&' | '—' | '…' => 1.0,
        'A'..='Z' => 0.77,
        '\u{300}'..='\u{36f}' => 0.0,
        // Hangul, and whatever else is as wide as it is high.
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{ffef}' | '\u{1f000}'.. => 1.0,
        _ => 0.66,
    }
}

/// Words in as many lines as it takes for each to fit; a word that does not fit by itself goes on in the next.
pub(super) fn lines(words: &str, room: f64, face: &Face) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in words.split_whitespace() {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if width(&longer, face) <= room {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for letter in word.chars() {
            line.push(letter);
            if width(&line, face) > room && line.chars().count() > 1 {
                line.pop();
                lines.push(std::mem::replace(&mut line, letter.to_string()));
            }
        }
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_letter_is_on_some_line_and_every_line_fits(words in "[a-zA-Z가-나 ]{0,80}") {
            let lines = lines(&words, 90.0, &Face::plain(14.0));
            let letters = |text: &str| text.chars().filter(|letter| *letter != ' ').collect::<String>();
            prop_assert_eq!(letters(&lines.concat()), letters(&words));
            for line in lines {
                prop_assert!(width(&line, &Face::plain(14.0)) <= 90.0, "{}", line);
            }
        }
    }
}
