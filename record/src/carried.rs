//! Texts that a build carries, for owners who have the rights to them: chosen from a folder, packed for the desk.
//!
//! A build carries none unless it is told to. What is chosen is what [`recognise`] knows: the command that builds says
//! so in words, and the desk's build script packs the very same.

#[cfg(feature = "source")]
use std::path::Path;
#[cfg(feature = "source")]
use std::{fmt, fs, io};

#[cfg(feature = "source")]
use crate::Record;
#[cfg(feature = "source")]
use crate::model::ReviewId;
#[cfg(feature = "source")]
use crate::recognition::recognise;
#[cfg(feature = "source")]
use crate::text::Text;

/// The variable that names the folder with the texts for a build to carry. Without it, it carries none.
pub const FOLDER: &str = "LINER_NOTES_TEXTS";

/// The most that a file may hold, in bytes, to be taken for a review's text; the longest reviews have some 50,000.
pub const MOST: usize = 2_000_000;

/// A text with the name of its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// What its file is called.
    pub name: String,
    /// As it stands in the file.
    pub words: String,
}

/// Texts as bytes: of each, the name and the words, behind their lengths.
#[must_use]
pub fn pack<'c>(texts: impl IntoIterator<Item = &'c Carried>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for part in texts.into_iter().flat_map(|text| [&text.name, &text.words]) {
        bytes.extend((part.len() as u64).to_le_bytes());
        bytes.extend(part.as_bytes());
    }
    bytes
}

/// Reads back what [`pack`] writes; nothing of bytes that are something else.
#[must_use]
pub fn unpack(mut bytes: &[u8]) -> Option<Vec<Carried>> {
    let mut texts = Vec::new();
    while !bytes.is_empty() {
        let name = part(&mut bytes)?;
        texts.push(Carried { name, words: part(&mut bytes)? });
    }
    Some(texts)
}

fn part(bytes: &mut &[u8]) -> Option<String> {
    let (length, rest) = bytes.split_first_chunk()?;
    let (part, rest) = rest.split_at_checked(usize::try_from(u64::from_le_bytes(*length)).ok()?)?;
    *bytes = rest;
    String::from_utf8(part.to_vec()).ok()
}

/// What there is in a folder.
#[cfg(feature = "source")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    /// The texts of reviews, in the order of the reviews; of each review one at most.
    pub carried: Vec<(ReviewId, Carried)>,
    /// The names of all other files, in order, and why each is left out.
    pub left_out: Vec<(String, LeftOut)>,
}

/// Why a file is not carried.
#[cfg(feature = "source")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// It holds no text in UTF-8.
    NoText,
    /// It is no review's.
    Stranger,
    /// Another file is that review's text already.
    Second(ReviewId),
}

#[cfg(feature = "source")]
impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoText => f.write_str("is no text in UTF-8"),
            Self::Stranger => f.write_str("is none of these reviews"),
            Self::Second(review) => write!(f, "is another copy of the text of {review}"),
        }
    }
}

/// Looks through the files of a folder for the texts of a record's reviews. The very text that was read goes before a
/// copy that differs; of several such copies the first by name is taken.
///
/// # Errors
/// When the folder cannot be listed, or a file in it cannot be read.
#[cfg(feature = "source")]
pub fn read(record: &Record, folder: &Path) -> io::Result<Folder> {
    let mut known = Vec::new();
    let mut left_out = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        if !path.is_file() {
            continue;
        }
        let is_long = fs::metadata(&path)?.len() > MOST as u64;
        let bytes = if is_long { Vec::new() } else { fs::read(&path)? };
        let Ok(words) = String::from_utf8(bytes) else {
            left_out.push((name, LeftOut::NoText));
            continue;
        };
        match recognise(record, &Text::new(&words)) {
            Some(own) => known.push((own, Carried { name, words })),
            None => left_out.push((name, LeftOut::Stranger)),
        }
    }
    let number = |id: &ReviewId| record.reviews.iter().position(|review| review.id == *id);
    known.sort_by_key(|(own, text)| (number(&own.review), !own.is_same, text.name.clone()));
    let mut carried: Vec<(ReviewId, Carried)> = Vec::new();
    for (own, text) in known {
        match carried.last() {
            Some((before, _)) if *before == own.review => left_out.push((text.name, LeftOut::Second(own.review))),
            _ => carried.push((own.review, text)),
        }
    }
    left_out.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok(Folder { carried, left_out })
}
