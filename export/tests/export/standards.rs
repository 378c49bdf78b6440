//! Documents of others that files are held against, where somebody has put them: `LINER_NOTES_STANDARDS`, or
//! `shared/standards` beside the project.
//!
//! - `csl-data.json`: the schema of CSL-JSON, from the Citation Style Language's repository `schema`, MIT.
//! - `anno.jsonld`: the context of Web Annotations, from W3C's repository `web-annotation` or
//!   <http://www.w3.org/ns/anno.jsonld>, W3C Software and Document License.

use std::path::{Path, PathBuf};

/// The document of that name; nothing where it is not to be had here.
pub(crate) fn standard(name: &str) -> Option<String> {
    let named = std::env::var_os("LINER_NOTES_STANDARDS").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/standards"));
    let read = std::fs::read_to_string(folder.join(name)).ok();
    if read.is_none() {
        println!("{name} is not here, so nothing is held against it");
    }
    read
}
