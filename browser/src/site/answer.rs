//! What the host answers to a request: which file, of which type, or what instead.
//!
//! GitHub Pages takes `index.html` for a folder, `name.html` for `name`, sends a folder's name
//! without a slash at its end on to the one with it, and answers every other path with the
//! site's `404.html`. Sending on keeps the query.

use std::fs;
use std::path::{Component, Path, PathBuf};

use percent_encoding::percent_decode_str;

/// A folder that is served below a path.
#[derive(Debug)]
pub(super) struct Folder {
    /// The folder.
    pub(super) dist: PathBuf,
    /// The path, with a slash at both ends.
    pub(super) base: String,
}

/// What is sent back.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Answer {
    /// The number and its meaning, as in `200 OK`.
    pub(super) status: &'static str,
    pub(super) content_type: &'static str,
    /// Where to look instead.
    pub(super) location: Option<String>,
    pub(super) body: Vec<u8>,
}

impl Answer {
    /// The answer to anything but a request for a file.
    pub(super) fn refusal() -> Self {
        Self::text("405 Method Not Allowed", "This host only gives out files.\n")
    }

    /// Whether the host compresses it: text and WebAssembly, and not what is compressed already.
    pub(super) fn is_worth_packing(&self) -> bool {
        let is_text = self.content_type.starts_with("text/") || self.content_type.contains("charset=utf-8");
        is_text || ["image/svg+xml", "application/wasm", "application/xml"].contains(&self.content_type)
    }

    fn moved(location: String) -> Self {
        Self { location: Some(location), ..Self::text("301 Moved Permanently", "") }
    }

    fn text(status: &'static str, body: &str) -> Self {
        Self { status, content_type: "text/plain; charset=utf-8", location: None, body: body.as_bytes().to_vec() }
    }

    fn file(status: &'static str, path: &Path) -> Option<Self> {
        let body = fs::read(path).ok()?;
        Some(Self { status, content_type: content_type(path), location: None, body })
    }
}

impl Folder {
    /// The answer to a request for `target`, which is a path with or without a query.
    pub(super) fn answer(&self, target: &str) -> Answer {
        let path = target.split(['?', '#']).next().unwrap_or_default();
        let query = &target[path.len()..];
        let Some(inside) = path.strip_prefix(&self.base) else {
            if self.base.strip_suffix('/') == Some(path) {
                return Answer::moved(format!("{}{query}", self.base));
            }
            return Answer::text("404 Not Found", "There is no site at this path.\n");
        };
        self.found(path, inside, query).unwrap_or_else(|| self.not_found())
    }

    /// The file at `inside`, or where it is instead.
    fn found(&self, path: &str, inside: &str, query: &str) -> Option<Answer> {
        let inside = percent_decode_str(inside).decode_utf8().ok()?;
        let place = self.dist.join(below(&inside)?);
        if place.is_dir() {
            if !path.ends_with('/') {
                return Some(Answer::moved(format!("{path}/{query}")));
            }
            return Answer::file("200 OK", &place.join("index.html"));
        }
        if path.ends_with('/') {
            return None;
        }
        Answer::file("200 OK", &place).or_else(|| {
            let mut page = place.into_os_string();
            page.push(".html");
            Answer::file("200 OK", Path::new(&page))
        })
    }

    /// The site's own page for paths it does not know, or the host's.
    fn not_found(&self) -> Answer {
        Answer::file("404 Not Found", &self.dist.join("404.html"))
            .unwrap_or_else(|| Answer::text("404 Not Found", "There is no such file.\n"))
    }
}

/// `path` when it leads nowhere but further down.
fn below(path: &str) -> Option<&Path> {
    let path = Path::new(path);
    path.components().all(|part| matches!(part, Component::Normal(_))).then_some(path)
}

/// The type that the host gives a file of that name.
fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|end| end.to_str()) {
        Some("css") => "text/css; charset=utf-8",
        Some("csv") => "text/csv; charset=utf-8",
        Some("gif") => "image/gif",
        Some("html") => "text/html; charset=utf-8",
        Some("ico") => "image/vnd.microsoft.icon",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("js" | "mjs") => "application/javascript; charset=utf-8",
        Some("json") => "application/json; charset=utf-8",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        Some("txt") => "text/plain; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json",
        Some("webp") => "image/webp",
        Some("woff2") => "font/woff2",
        Some("xml") => "application/xml",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use super::Folder;

    /// A small site in a folder that goes away with it.
    struct Example(PathBuf);

    impl Example {
        fn new(name: &str) -> std::io::Result<Self> {
            let dist = std::env::temp_dir().join(format!("liner-notes-{name}-{}", std::process::id()));
            fs::create_dir_all(dist.join("folder"))?;
            for (file, text) in [
                ("index.html", "start"),
                ("404.html", "unknown"),
                ("about.html", "about"),
                ("app.wasm", "wasm"),
                ("with space.txt", "space"),
                ("folder/index.html", "folder"),
            ] {
                fs::write(dist.join(file), text)?;
            }
            Ok(Self(dist))
        }

        fn below(&self, base: &str) -> Folder {
            Folder { dist: self.0.clone(), base: base.to_owned() }
        }
    }

    impl Drop for Example {
        fn drop(&mut self) {
            fs::remove_dir_all(&self.0).ok();
        }
    }

    /// The status and the text of an answer.
    fn told(folder: &Folder, target: &str) -> String {
        let answer = folder.answer(target);
        format!("{}: {}", answer.status, String::from_utf8_lossy(&answer.body).trim())
    }

    #[test]
    fn finds_files_as_the_host_does() -> std::io::Result<()> {
        let example = Example::new("files")?;
        let folder = example.below("/");
        assert_eq!(told(&folder, "/"), "200 OK: start");
        assert_eq!(told(&folder, "/?dial=all"), "200 OK: start");
        assert_eq!(told(&folder, "/about"), "200 OK: about");
        assert_eq!(told(&folder, "/folder/"), "200 OK: folder");
        assert_eq!(told(&folder, "/with%20space.txt"), "200 OK: space");
        assert_eq!(folder.answer("/app.wasm").content_type, "application/wasm");
        let moved = folder.answer("/folder");
        assert_eq!(moved.status, "301 Moved Permanently");
        assert_eq!(moved.location.as_deref(), Some("/folder/"));
        assert_eq!(folder.answer("/folder?a=b/c").location.as_deref(), Some("/folder/?a=b/c"));
        Ok(())
    }

    #[test]
    fn unknown_paths_get_the_page_for_them() -> std::io::Result<()> {
        let example = Example::new("unknown")?;
        let folder = example.below("/");
        for target in ["/cast/ada", "/about/", "/../secret", "/%2e%2e/secret", "//etc", "/%ff"] {
            assert_eq!(told(&folder, target), "404 Not Found: unknown", "{target}");
        }
        Ok(())
    }

    #[test]
    fn below_a_base_path_the_rest_of_the_host_is_somebody_elses() -> std::io::Result<()> {
        let example = Example::new("base")?;
        let folder = example.below("/notes/");
        assert_eq!(told(&folder, "/notes/"), "200 OK: start");
        assert_eq!(told(&folder, "/notes/cast"), "404 Not Found: unknown");
        assert_eq!(folder.answer("/notes").location.as_deref(), Some("/notes/"));
        assert_eq!(told(&folder, "/cast"), "404 Not Found: There is no site at this path.");
        Ok(())
    }
}
