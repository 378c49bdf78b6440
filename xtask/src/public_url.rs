//! Where a site will be published: the path that its pages name, and the full address when it is known.

use anyhow::{Result, bail};

/// The variable that tells the hook of a build the full address; Trunk hands on only the path.
pub(crate) const PUBLISHED: &str = "LINER_NOTES_PUBLISHED";

/// Where the project's own collection is published.
const HOME: &str = env!("CARGO_PKG_HOMEPAGE");

/// A path below which a site stands, with the host that it stands on or without.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PublicUrl {
    base: String,
    published: Option<String>,
}

impl Default for PublicUrl {
    fn default() -> Self {
        Self { base: "/".to_owned(), published: None }
    }
}

impl PublicUrl {
    /// Reads `/liner-notes/`, or a full address such as `https://example.org/liner-notes/`. A missing slash at the end
    /// is added.
    pub(crate) fn read(text: &str) -> Result<Self> {
        let slashed = if text.ends_with('/') { text.to_owned() } else { format!("{text}/") };
        let host = slashed.split_once("://").filter(|(scheme, _)| matches!(*scheme, "http" | "https"));
        let base = match host {
            Some((_, rest)) => rest.find('/').map_or_else(|| "/".to_owned(), |start| rest[start..].to_owned()),
            None if text.starts_with('/') => slashed.clone(),
            None => bail!(
                "`{text}` is neither a path such as /liner-notes/ nor an address such as https://example.org/liner-notes/"
            ),
        };
        Ok(Self { base, published: host.is_some().then_some(slashed) })
    }

    /// The path, with a slash at both ends.
    pub(crate) fn base(&self) -> &str {
        &self.base
    }

    /// The full address, when the command line named one.
    pub(crate) fn published(&self) -> Option<&str> {
        self.published.as_deref()
    }
}

/// The full address for canonical names and listings: the one that a build was told, else the project's home.
pub(crate) fn published(told: Option<String>) -> String {
    told.filter(|address| !address.is_empty()).unwrap_or_else(|| HOME.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{HOME, PublicUrl, published};

    #[test]
    fn a_path_names_no_host() -> anyhow::Result<()> {
        for (text, base) in [("/", "/"), ("/liner-notes/", "/liner-notes/"), ("/liner-notes", "/liner-notes/")] {
            let url = PublicUrl::read(text)?;
            assert_eq!((url.base(), url.published()), (base, None));
        }
        Ok(())
    }

    #[test]
    fn a_full_address_gives_the_path_and_is_kept() -> anyhow::Result<()> {
        let url = PublicUrl::read("https://example.org/notes")?;
        assert_eq!((url.base(), url.published()), ("/notes/", Some("https://example.org/notes/")));
        assert_eq!(PublicUrl::read("http://localhost:8080")?.base(), "/");
        Ok(())
    }

    #[test]
    fn anything_else_is_refused() {
        for text in ["", "./", "notes", "ftp://example.org/"] {
            assert!(PublicUrl::read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn the_home_of_the_project_stands_in_for_an_address_that_was_not_told() {
        assert_eq!(published(None), HOME);
        assert_eq!(published(Some("https://example.org/".into())), "https://example.org/");
        assert!(HOME.starts_with("https://") && HOME.ends_with('/'));
    }
}
