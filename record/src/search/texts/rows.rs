//! Paragraphs as rows of numbers, one for each word: some two bytes for a word in place of its letters.

/// How a word stands in a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// By itself, or as a part of what hyphens join.
    Plain,
    /// As what hyphens join.
    Joined,
    /// Not at all: it stands for somebody who is named.
    Named,
}

/// All rows, in the order of the paragraphs.
#[derive(Debug, Default)]
pub(super) struct Rows {
    /// Each word's number and kind as one number, in seven bits to the byte, the lowest first; the eighth says that there
    /// is more. What came first is small, and most words of any text come early.
    bytes: Vec<u8>,
    /// Where each row ends.
    ends: Vec<u32>,
}

impl Rows {
    /// Adds a word to the row that is begun.
    pub(super) fn push(&mut self, number: u32, kind: Kind) {
        let mut rest = number * 3 + kind as u32;
        while rest >= 0x80 {
            self.bytes.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        self.bytes.push(rest as u8);
    }

    /// Ends the row.
    pub(super) fn end(&mut self) {
        self.ends.push(self.bytes.len() as u32);
    }

    /// Gives back the room for more.
    pub(super) fn close(&mut self) {
        self.bytes.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The numbers of the plain words of a row, in place of what is in `numbers`.
    pub(super) fn plain(&self, place: usize, numbers: &mut Vec<u32>) {
        numbers.clear();
        numbers.extend(self.row(place).filter(|(_, kind)| *kind == Kind::Plain).map(|(number, _)| number));
    }

    /// The words of a row: the number of each, and how it stands there.
    pub(super) fn row(&self, place: usize) -> impl Iterator<Item = (u32, Kind)> {
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        let mut bytes = self.bytes[start as usize..self.ends[place] as usize].iter();
        std::iter::from_fn(move || {
            let (mut number, mut shift) = (0, 0);
            loop {
                let byte = bytes.next()?;
                number |= u32::from(byte & 0x7f) << shift;
                if *byte < 0x80 {
                    break;
                }
                shift += 7;
            }
            let kind = match number % 3 {
                0 => Kind::Plain,
                1 => Kind::Joined,
                _ => Kind::Named,
            };
            Some((number / 3, kind))
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn rows_read_back(rows in prop::collection::vec(prop::collection::vec((0..1_000_000_u32, 0..3_usize), 0..9), 0..9)) {
            let kinds = [Kind::Plain, Kind::Joined, Kind::Named];
            let rows: Vec<Vec<_>> =
                rows.into_iter().map(|row| row.into_iter().map(|(number, kind)| (number, kinds[kind])).collect()).collect();
            let mut written = Rows::default();
            for row in &rows {
                row.iter().for_each(|(number, kind)| written.push(*number, *kind));
                written.end();
            }
            written.close();
            let read: Vec<Vec<_>> = (0..written.len()).map(|place| written.row(place).collect()).collect();
            prop_assert_eq!(read, rows);
        }
    }
}
