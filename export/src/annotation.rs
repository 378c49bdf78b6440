//! Everything taken from the reviews, each thing at its place, as W3C Web Annotations: a collection with one annotation
//! for each place that the reviews' outlines have at the reader's dial.
//!
//! **What is annotated.** The target's source is the review's address, or the address of its page on our own site where
//! its own is not known. What the positions count in is the review's text without its markup, as the model asks, cut
//! into paragraphs: its lines that are not empty. Taken as plain text with one paragraph to a line, paragraph 5 is the
//! fragment `line=4,5` of RFC 5147, which the model lists for plain text. So a place is a `FragmentSelector` for the
//! paragraph, refined by a `TextPositionSelector` inside it: the model's own example for refining is a phrase within a
//! paragraph. Its positions are code points, counted from 0, the end not included, in the order of the text and not of
//! the screen; ours are the same, so they stand as they are. Nothing is quoted: the model itself warns of quoting what
//! is under copyright, and names positions as the way round it. Who has the texts can have the words as well
//! ([`with_words`]): beside the position stands a `TextQuoteSelector`, as another way to the same place. What it quotes is
//! what stands in the open paragraphs of that text, and nothing of those that the dial keeps back.
//!
//! **What is said.** The body is our paraphrase, our note, or the usual form of a name; beside it a tag names the topic,
//! the moment or the other title. The record does not say in which language it is written, so no `language` is given.

mod selector;
mod taken;

use liner_notes_record::Shown;
use liner_notes_record::model::{Locator, Review};
use liner_notes_record::questions::{Entry, Reading, outline, reading};
use liner_notes_record::recognition::Places;
use liner_notes_record::text::Text;
use serde::Serialize;

use self::selector::{Fragment, Quote, Selector};
use self::taken::{Body, taken};
use crate::address::written;
use crate::{File, file};

/// The context of the Web Annotation Vocabulary.
const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// What such a file is.
const MEDIA_TYPE: &str = "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"";

#[derive(Serialize)]
struct Collection {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    /// Says what it is of, at which stop of the dial it was made, and from which edition.
    label: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    rights: Option<String>,
    total: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    first: Option<Page>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Page {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    start_index: usize,
    items: Vec<Annotation>,
}

#[derive(Serialize)]
struct Annotation {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    body: Vec<Body>,
    target: Target,
}

#[derive(Serialize)]
struct Target {
    #[serde(rename = "type")]
    kind: &'static str,
    source: String,
    selector: Selector,
}

/// A review's text, and where in it the passages of that review stand.
#[derive(Clone, Copy, Debug)]
pub struct Words<'t, 'r> {
    /// The review.
    pub review: &'r Review,
    /// Its text, or a copy that differs.
    pub text: &'t Text,
    /// Where its passages are in that.
    pub places: &'t Places,
}

/// What was taken from these reviews, as a collection of annotations.
///
/// `base` is the address of the folder in which the site stands, such as `https://example.org/liner-notes/`; ids are
/// made from it, and a slash at its end is added where it is missing. An id names the review, the paragraph, what was
/// taken and from where, so it is the same at every stop of the dial.
///
/// # Errors
/// Never: JSON can write all it holds.
pub fn web_annotations(shown: Shown<'_>, reviews: &[&Review], base: &str) -> serde_json::Result<File> {
    let base = folder(base);
    let annotations = reviews.iter().flat_map(|review| of_review(shown, review, None, &base)).collect();
    let collection =
        Collection { rights: licence(&shown.edition().licence), ..collection(shown, "", annotations, &base) };
    Ok(File::new(shown, "annotations.jsonld", MEDIA_TYPE, file::json(&collection)?))
}

/// The same of the reviews whose texts are given, with the words of each passage that stands in an open paragraph of its
/// text. The file copies passages of what is its publishers', says so, and has no licence as a whole.
///
/// # Errors
/// Never: JSON can write all it holds.
pub fn with_words(shown: Shown<'_>, texts: &[Words<'_, '_>], base: &str) -> serde_json::Result<File> {
    let base = folder(base);
    let annotations = texts.iter().flat_map(|words| of_review(shown, words.review, Some(words), &base)).collect();
    let collection = collection(shown, "-with-words", annotations, &base);
    let label = format!("{} The passages quoted are their publishers’.", collection.label);
    let collection = Collection { label, ..collection };
    Ok(File::new(shown, "annotations-with-words.jsonld", MEDIA_TYPE, file::json(&collection)?))
}

fn folder(base: &str) -> String {
    written(&format!("{}/", base.trim_end_matches('/')))
}

/// The annotations of one review, in the order of its outline.
fn of_review(shown: Shown<'_>, review: &Review, words: Option<&Words<'_, '_>>, base: &str) -> Vec<Annotation> {
    let open = words.map(|words| (words, reading(shown, review, words.text, words.places)));
    let mut items = Vec::new();
    for outlined in outline(shown, review) {
        for entry in &outlined.entries {
            for locator in entry.at().iter().filter(|locator| locator.paragraph == outlined.paragraph) {
                let quote = open.as_ref().and_then(|(words, open)| quote(words, open, locator));
                items.push(annotation(shown, review, entry, locator, quote, base));
            }
        }
    }
    items
}

/// The words of a passage; nothing where it is lost, or its paragraph kept back.
fn quote(words: &Words<'_, '_>, open: &Reading<'_>, locator: &Locator) -> Option<Quote> {
    let (paragraph, start) = words.places.place(locator)?;
    let is_open = open.open().any(|open| open.paragraph == paragraph);
    words.text.paragraph(paragraph).filter(|_| is_open).map(|text| Quote::of(text, start, locator.length))
}

/// A collection of them; `kind` goes into its id.
fn collection(shown: Shown<'_>, kind: &str, mut items: Vec<Annotation>, base: &str) -> Collection {
    part(&mut items);
    let edition = shown.edition();
    let id = format!("{base}about/#annotations{kind}-{}", shown.dial().token());
    let page = format!("{id}-page-1");
    Collection {
        context: CONTEXT,
        kind: "AnnotationCollection",
        label: format!(
            "{}: what was taken from the reviews. Spoilers: {}. Edition {}, {}.",
            shown.work().title,
            shown.dial().words(),
            edition.version,
            edition.date,
        ),
        rights: None,
        total: items.len(),
        last: (!items.is_empty()).then(|| page.clone()),
        first: (!items.is_empty()).then_some(Page { id: page, kind: "AnnotationPage", start_index: 0, items }),
        id,
    }
}

fn annotation(
    shown: Shown<'_>,
    review: &Review,
    entry: &Entry<'_>,
    locator: &Locator,
    quote: Option<Quote>,
    base: &str,
) -> Annotation {
    let page = format!("{base}reviews/{}/", review.id);
    let taken = taken(shown, entry);
    let (start, length) = (locator.start, locator.length);
    Annotation {
        id: format!("{page}?paragraph={}#{}-{start}-{length}", locator.paragraph, taken.name),
        kind: "Annotation",
        motivation: taken.motivation,
        body: taken.body,
        target: Target {
            kind: "SpecificResource",
            source: review.address.as_deref().map_or(page, written),
            selector: Selector::of(Fragment::of(locator), quote),
        },
    }
}

/// Gives the second and each later of several with one id a number of its own: a review may tell one moment twice in the
/// same words.
fn part(items: &mut [Annotation]) {
    let ids: Vec<String> = items.iter().map(|item| item.id.clone()).collect();
    for (place, item) in items.iter_mut().enumerate() {
        let before = ids[..place].iter().filter(|id| **id == item.id).count();
        if before > 0 {
            item.id = format!("{}-{}", item.id, before + 1);
        }
    }
}

/// The address of a licence that is known by one SPDX id; nothing for an expression of several.
fn licence(spdx: &str) -> Option<String> {
    let is_id =
        !spdx.is_empty() && spdx.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.'));
    is_id.then(|| format!("https://spdx.org/licenses/{spdx}"))
}
