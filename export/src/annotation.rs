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
//! is under copyright, and names positions as the way round it.
//!
//! **What is said.** The body is our paraphrase, our note, or the usual form of a name; beside it a tag names the topic,
//! the moment or the other title. The record does not say in which language it is written, so no `language` is given.

mod selector;
mod taken;

use liner_notes_record::Shown;
use liner_notes_record::model::{Locator, Review};
use liner_notes_record::questions::{Entry, outline};
use serde::Serialize;

use self::selector::Fragment;
use self::taken::{Body, taken};
use crate::address::written;
use crate::{File, file};

/// The context of the Web Annotation Vocabulary.
const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

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
    selector: Fragment,
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
    let base = written(&format!("{}/", base.trim_end_matches('/')));
    let mut items: Vec<Annotation> = Vec::new();
    for review in reviews {
        for outlined in outline(shown, review) {
            for entry in &outlined.entries {
                let here = entry.at().iter().filter(|locator| locator.paragraph == outlined.paragraph);
                items.extend(here.map(|locator| annotation(shown, review, entry, locator, &base)));
            }
        }
    }
    part(&mut items);
    let edition = shown.edition();
    let id = format!("{base}about/#annotations-{}", shown.dial().token());
    let page = format!("{id}-page-1");
    let collection = Collection {
        context: CONTEXT,
        kind: "AnnotationCollection",
        label: format!(
            "{}: what was taken from the reviews. Spoilers: {}. Edition {}, {}.",
            shown.work().title,
            shown.dial().words(),
            edition.version,
            edition.date,
        ),
        rights: licence(&edition.licence),
        total: items.len(),
        last: (!items.is_empty()).then(|| page.clone()),
        first: (!items.is_empty()).then_some(Page { id: page, kind: "AnnotationPage", start_index: 0, items }),
        id,
    };
    let media_type = "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"";
    Ok(File::new(shown, "annotations.jsonld", media_type, file::json(&collection)?))
}

fn annotation(shown: Shown<'_>, review: &Review, entry: &Entry<'_>, locator: &Locator, base: &str) -> Annotation {
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
            selector: Fragment::of(locator),
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
