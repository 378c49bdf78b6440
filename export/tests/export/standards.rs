//! Documents that files are held against: what others have published, and in our own words as much of it as our files
//! use, which is always at hand.
//!
//! The published ones are not ours to pass on. Whoever has them names their folder in `LINER_NOTES_STANDARDS`, as the
//! hosted workflow does, or keeps it at `shared/standards` beside the project:
//!
//! - `csl-data.json`: the schema of CSL-JSON, from the Citation Style Language's repository `schema`, MIT.
//! - `anno.jsonld`: the context of Web Annotations, from <http://www.w3.org/ns/anno.jsonld>, W3C Software and Document
//!   License.

use std::fs;
use std::path::{Path, PathBuf};

/// A standard.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Standard {
    /// What its published document is called.
    published: &'static str,
    /// As much of it as our files use.
    pub(crate) ours: &'static str,
}

/// What the names in Web Annotations mean.
pub(crate) const ANNOTATIONS: Standard =
    Standard { published: "anno.jsonld", ours: include_str!("standards/annotation-terms.jsonld") };

/// What an item of CSL-JSON may have.
pub(crate) const CSL: Standard =
    Standard { published: "csl-data.json", ours: include_str!("standards/csl-fields.json") };

impl Standard {
    /// The published document. Nothing where nobody says that it is at hand; a folder that was named must have it.
    pub(crate) fn published(self) -> Option<String> {
        if let Some(folder) = std::env::var_os("LINER_NOTES_STANDARDS").map(PathBuf::from) {
            let file = folder.join(self.published);
            return Some(fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display())));
        }
        let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/standards");
        fs::read_to_string(beside.join(self.published)).ok()
    }

    /// Ours, and the published document where it is at hand: what a file must keep to.
    pub(crate) fn all(self) -> impl Iterator<Item = String> {
        [self.ours.to_owned()].into_iter().chain(self.published())
    }
}

#[test]
fn our_terms_of_annotations_mean_what_the_published_ones_mean() {
    let Some(published) = ANNOTATIONS.published() else { return };
    let [ours, published]: [serde_json::Value; 2] =
        [ANNOTATIONS.ours, &published].map(|text| serde_json::from_str(text).unwrap());
    let terms = ours["@context"].as_object().unwrap();
    for (term, meaning) in terms {
        assert_eq!(published["@context"][term], *meaning, "{term}");
    }
}
