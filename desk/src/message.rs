//! How page and desk write to each other: as one text, parted by the control characters that ASCII has for that.
//!
//! No library writes it: the page has none for any format, and what it would add to a first visit is more than what is
//! here. No text of a record has a control character, and what people type or attach loses them on the way.

use liner_notes_record::Dial;
use liner_notes_record::search::Marked;

use crate::finding::{Found, FoundGroup, FoundHit, Kind};

/// Parts groups.
const GROUP: char = '\u{1d}';

/// Parts the hits of a group.
const RECORD: char = '\u{1e}';

/// Parts the fields of one.
const UNIT: char = '\u{1f}';

/// Where a mark begins and where it ends.
const MARK: [char; 2] = ['\u{2}', '\u{3}'];

/// What the page asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// To find what was typed.
    Find {
        /// Comes back with the answer: only the last one asked is still of interest.
        number: u32,
        /// How much the reader may see.
        dial: Dial,
        /// What was typed.
        typed: String,
    },
}

/// What the desk answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The desk stands, and wants the record.
    Open,
    /// The record has come and is ready to be searched.
    Ready,
    /// The record could not be read.
    Damaged,
    /// What was found.
    Found {
        /// That of the question.
        number: u32,
        /// What was found, in groups.
        found: Found,
    },
}

impl Ask {
    /// As a text.
    #[must_use]
    pub fn write(&self) -> String {
        let Self::Find { number, dial, typed } = self;
        format!("{number}{UNIT}{}{UNIT}{}", dial.token(), plain(typed))
    }

    /// Reads it back; nothing where it is not what [`write`](Self::write) writes.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut fields = text.splitn(3, UNIT);
        let number = fields.next()?.parse().ok()?;
        let dial = Dial::from_token(fields.next()?)?;
        Some(Self::Find { number, dial, typed: fields.next()?.to_owned() })
    }
}

impl Answer {
    /// As a text.
    #[must_use]
    pub fn write(&self) -> String {
        match self {
            Self::Open => "open".to_owned(),
            Self::Ready => "ready".to_owned(),
            Self::Damaged => "damaged".to_owned(),
            Self::Found { number, found } => {
                let mut text = number.to_string();
                for group in &found.groups {
                    text.push(GROUP);
                    text.push_str(&format!("{}{UNIT}{}", group.kind.token(), group.count));
                    for hit in &group.hits {
                        text.push(RECORD);
                        let review = hit.review.as_deref().unwrap_or_default();
                        let paragraph = hit.paragraph.map_or_else(String::new, |paragraph| paragraph.to_string());
                        let (name, said) = (marked(&hit.name), marked(&hit.text));
                        text.push_str(&[hit.id.as_str(), review, &paragraph, &name, &said].join(&UNIT.to_string()));
                    }
                }
                text
            }
        }
    }

    /// Reads it back; nothing where it is not what [`write`](Self::write) writes.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        match text {
            "open" => return Some(Self::Open),
            "ready" => return Some(Self::Ready),
            "damaged" => return Some(Self::Damaged),
            _ => {}
        }
        let mut groups = text.split(GROUP);
        let number = groups.next()?.parse().ok()?;
        let groups = groups.map(read_group).collect::<Option<_>>()?;
        Some(Self::Found { number, found: Found { groups } })
    }
}

fn read_group(text: &str) -> Option<FoundGroup> {
    let mut hits = text.split(RECORD);
    let (kind, count) = hits.next()?.split_once(UNIT)?;
    let (kind, count) = (Kind::from_token(kind)?, count.parse().ok()?);
    let hits = hits.map(read_hit).collect::<Option<_>>()?;
    Some(FoundGroup { kind, count, hits })
}

fn read_hit(text: &str) -> Option<FoundHit> {
    let mut fields = text.split(UNIT);
    let mut next = || fields.next().map(str::to_owned);
    let (id, review, paragraph) = (next()?, next()?, next()?);
    Some(FoundHit {
        id,
        review: (!review.is_empty()).then_some(review),
        paragraph: paragraph.parse().ok(),
        name: read_marked(&next()?),
        text: read_marked(&next()?),
    })
}

fn marked(marked: &Marked) -> String {
    let mut text = String::new();
    for (piece, is_marked) in &marked.pieces {
        if *is_marked {
            text.extend([MARK[0]]);
        }
        text.push_str(&plain(piece));
        if *is_marked {
            text.extend([MARK[1]]);
        }
    }
    text
}

fn read_marked(text: &str) -> Marked {
    let mut pieces = Vec::new();
    for part in text.split(MARK[0]) {
        let is_first = pieces.is_empty() && !text.starts_with(MARK[0]);
        let (inside, after) = if is_first { ("", part) } else { part.split_once(MARK[1]).unwrap_or((part, "")) };
        for (piece, is_marked) in [(inside, true), (after, false)] {
            if !piece.is_empty() {
                pieces.push((piece.to_owned(), is_marked));
            }
        }
    }
    Marked { pieces }
}

/// A text without control characters.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn a_marked() -> impl Strategy<Value = Marked> {
        // Marked and plain pieces in turn, since two alike beside each other come back as one.
        (prop::collection::vec("[^\\p{Cc}]{1,5}", 0..5), any::<bool>()).prop_map(|(pieces, first)| {
            let marked = |(place, piece): (usize, String)| (piece, (place % 2 == 0) == first);
            Marked { pieces: pieces.into_iter().enumerate().map(marked).collect() }
        })
    }

    fn a_hit() -> impl Strategy<Value = FoundHit> {
        ("[a-z-]{1,8}", prop::option::of("[a-z-]{1,8}"), prop::option::of(any::<u16>()), a_marked(), a_marked())
            .prop_map(|(id, review, paragraph, name, text)| FoundHit { id, review, paragraph, name, text })
    }

    fn a_group() -> impl Strategy<Value = FoundGroup> {
        (prop::sample::select(&Kind::ALL[..]), any::<usize>(), prop::collection::vec(a_hit(), 0..4))
            .prop_map(|(kind, count, hits)| FoundGroup { kind, count, hits })
    }

    proptest! {
        #[test]
        fn a_question_reads_back(number: u32, typed in "[^\\p{Cc}]*") {
            let ask = Ask::Find { number, dial: Dial::Middle, typed };
            prop_assert_eq!(Ask::read(&ask.write()), Some(ask));
        }

        #[test]
        fn an_answer_reads_back(number: u32, groups in prop::collection::vec(a_group(), 0..4)) {
            let answer = Answer::Found { number, found: Found { groups } };
            prop_assert_eq!(Answer::read(&answer.write()), Some(answer));
        }

        #[test]
        fn whatever_comes_is_read_or_refused(text in "[\\x01-\\x1f0-9a-z]*") {
            let _ = Ask::read(&text);
            let _ = Answer::read(&text);
        }
    }

    #[test]
    fn what_the_desk_says_of_itself_reads_back() {
        for answer in [Answer::Open, Answer::Ready, Answer::Damaged] {
            assert_eq!(Answer::read(&answer.write()), Some(answer));
        }
    }
}
