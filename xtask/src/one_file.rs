//! The whole app as one file, `liner-notes.html`: made of the files of a finished site, opened from disk, asking
//! nobody for anything.
//!
//! The page is the one that Trunk wrote, without its links to other files. What they led to lies packed in the page
//! ([`pack`]): the app, its styles with the fonts in them, and the files that the page about the record hands out. The
//! script at its end is wasm-bindgen's ([`glue`]) with `one_file/open.js` after it, which unpacks and starts the app.
//! Its [policy](Policy) allows these scripts and styles and nothing else, by their hashes.

mod glue;
mod pack;
mod site;
mod weight;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

use crate::assemble::desk;
use crate::one_file::pack::packed;
use crate::one_file::site::Files;
pub(crate) use crate::one_file::weight::Weight;
use liner_notes_bench::weights::compressed;
use liner_notes_seal::Policy;
use liner_notes_seal::markup::{self, Element};

/// What the file is called, beside the page it is made of.
pub(crate) const NAME: &str = "liner-notes.html";

/// What unpacks and starts the app. It finds `init` before it.
const OPEN: &str = include_str!("one_file/open.js");

/// What the page says of itself: its addresses stand after a `#`, and nothing in it was drawn beforehand and waits to be
/// laid out.
const MARK: &str = "data-one-file data-laid-out";

/// The scripts that come once a page stands, but for the one that keeps a site: what says that the app has failed, what
/// copies and shares, the keys.
const LATER: [&str; 3] = ["guard.js", "share.js", "keys.js"];

/// What the blocks with the desk's two files are called.
const DESK: [&str; 2] = ["desk.js", "desk.wasm"];

/// What it says to those who look inside.
const NOTE: &str = "<!-- The whole of Liner Notes in one file. The licences of everything in it are inside, too: open it \
                    and look under “About the record”, “Take it along”. -->\n";

/// Makes one file of the site in the folder `site`, from the text of the page that Trunk wrote for it, and weighs it.
///
/// # Errors
/// When the page has a link or a script that this does not know how to take in, or leads to a file that is missing.
pub(crate) fn write(site: &Path, page: &str) -> Result<Weight> {
    let parts = Parts::of(site, page)?;
    let held = parts.weight()?;
    let file = site.join(NAME);
    let document = parts.document()?;
    fs::write(&file, &document).with_context(|| format!("writing {}", file.display()))?;
    Ok(Weight { file: document.len(), held })
}

/// The page without its links to other files, and what they led to.
struct Parts {
    /// What stands on the page before the policy's place, and after it up to the end of the head, and the rest.
    page: [String; 3],
    policy: Policy,
    wasm: Vec<u8>,
    glue: String,
    /// The desk's script and its WebAssembly.
    desk: [Vec<u8>; 2],
    /// The scripts that come once a page stands.
    later: String,
    styles: String,
    /// The files to hand out, by their paths.
    files: Vec<(String, Vec<u8>)>,
    /// The bytes of everything taken in that is no field of its own, compressed each by itself.
    other_weight: usize,
}

impl Parts {
    /// Takes apart the page of a site.
    fn of(folder: &Path, page: &str) -> Result<Self> {
        let files = Files::of(folder);
        let (mut policy, mut styles, mut start) = (Policy::of_one_file(), String::new(), None);
        let mut other_weight = 0;
        let page = markup::rewrite(page, &["html", "link", "script", "style"], |element| {
            Ok(match (element.name, element.value("rel").unwrap_or_default()) {
                ("html", _) => Some(element.opened_with(MARK)),
                ("link", "stylesheet") => {
                    let sheet = files.sheet(element.required("href")?)?;
                    other_weight += sheet.weight;
                    styles.push_str(&sheet.text);
                    None
                }
                ("link", "icon") => Some(format!(r#"<link rel="icon" href="{}">"#, icon(&files, element)?)),
                // Kept for a host alone: where to look first, and what a device needs to keep the app.
                ("link", "preload" | "modulepreload" | "manifest" | "apple-touch-icon" | "canonical") => None,
                ("link", other) => bail!("the page has a link of the kind `{other}`, which no one file can follow"),
                ("style", _) => {
                    policy.allow_style(element.content);
                    Some(element.source.to_owned())
                }
                ("script", _) if element.value("data-glue").is_some() => {
                    ensure!(start.is_none(), "the page starts the app twice");
                    start = Some(Start::of(&files, element)?);
                    None
                }
                ("script", _) => {
                    let text = match element.value("src") {
                        Some(address) => {
                            let text = files.text(address)?;
                            other_weight += compressed(text.as_bytes())?;
                            text
                        }
                        None => element.content.to_owned(),
                    };
                    policy.allow_script(&text);
                    Some(script("", &text)?)
                }
                (name, _) => bail!("the page has an element `{name}` that nobody asked for"),
            })
        })?;
        let Start { glue, wasm, desk } = start.context("the page starts no app")?;
        let (before, head_and_rest) = page.split_once("<head>").context("the page has no head")?;
        let (head, rest) = head_and_rest.split_once("</head>").context("the page's head has no end")?;
        let mut later = String::new();
        for name in LATER {
            let script = files.text(name)?;
            other_weight += compressed(script.as_bytes())?;
            later.push_str(&script);
            later.push('\n');
        }
        let page = [format!("{before}<head>"), head.trim_end().to_owned(), format!("</head>{rest}")];
        Ok(Self { page, policy, wasm, glue, desk, later, styles, files: files.to_hand_out()?, other_weight })
    }

    /// The one file.
    fn document(mut self) -> Result<String> {
        let start = format!("{}{}{}{OPEN}", self.later, glue::as_function(&self.glue)?, desk::PAGE);
        self.policy.allow_script(&start);
        self.policy.allow_style(&self.styles);
        let [before, head, rest] = &self.page;
        let before = before.replacen("<html", &format!("{NOTE}<html"), 1);
        let mut document = format!("{before}\n    {}{head}\n", self.policy.meta());
        document.push_str(&packed("styles", "text/css", self.styles.as_bytes())?);
        document.push_str(&packed("app", "application/wasm", &self.wasm)?);
        for (name, bytes) in DESK.iter().zip(&self.desk) {
            document.push_str(&packed(name, site::content_type(name), bytes)?);
        }
        for (path, bytes) in &self.files {
            document.push_str(&packed(path, site::content_type(path), bytes)?);
        }
        document.push_str(&script(r#" type="module""#, &start)?);
        document.push('\n');
        document.push_str(rest);
        Ok(document)
    }

    /// What it holds, compressed file by file.
    fn weight(&self) -> Result<usize> {
        let mut weight = self.other_weight + compressed(&self.wasm)? + compressed(self.glue.as_bytes())?;
        for bytes in self.desk.iter().chain(self.files.iter().map(|(_, bytes)| bytes)) {
            weight += compressed(bytes)?;
        }
        Ok(weight)
    }
}

/// What the page starts: the app, with the script that wasm-bindgen wrote for it.
struct Start {
    glue: String,
    wasm: Vec<u8>,
    desk: [Vec<u8>; 2],
}

impl Start {
    /// Reads it from the tag that names both files. The script that the tag loads is for pages of a host: it fetches the
    /// app and keeps the site, and neither is to be done here.
    fn of(files: &Files, tag: &Element) -> Result<Self> {
        let desk = tag.required("data-desk")?;
        let module = desk.replace(".js", "_bg.wasm");
        Ok(Self {
            glue: files.text(tag.required("data-glue")?)?,
            wasm: files.bytes(tag.required("data-wasm")?)?,
            desk: [files.bytes(desk)?, files.bytes(&module)?],
        })
    }
}

/// The icon, written out in its address.
fn icon(files: &Files, link: &Element) -> Result<String> {
    let address = link.required("href")?;
    Ok(pack::data_address(site::content_type(address), &files.bytes(address)?))
}

/// A script with its text in it.
fn script(attributes: &str, text: &str) -> Result<String> {
    let lower = text.to_lowercase();
    ensure!(
        !lower.contains("</script") && !lower.contains("<!--"),
        "a script holds `</script` or `<!--`, which would end it early inside a page"
    );
    Ok(format!("<script{attributes}>{text}</script>"))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use anyhow::Result;

    use super::{Files, NAME, write};

    const PAGE: &str = r#"<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <link rel="icon" href="/notes/icon.svg" integrity="sha384-x"/>
    <script src="/notes/theme.js"></script>
    <link rel="stylesheet" href="/notes/styles/a.css"/>
<script defer src="/notes/boot.js" data-glue="/notes/app.js" data-wasm="/notes/app_bg.wasm" data-desk="/notes/desk.js"></script>
  <link rel="modulepreload" href="/notes/app.js"></head>
  <body><div id="app"></div></body>
</html>
"#;

    /// A small site in a folder that goes away with it.
    struct Example(PathBuf);

    impl Example {
        fn new(name: &str) -> Result<Self> {
            let site = std::env::temp_dir().join(format!("liner-notes-one-file-{name}-{}", std::process::id()));
            for folder in ["styles", "data", "fonts"] {
                fs::create_dir_all(site.join(folder))?;
            }
            for (file, text) in [
                ("icon.svg", "<svg/>"),
                ("theme.js", "theme();"),
                ("styles/a.css", "@font-face { src: url(\"../fonts/a.woff2\") } a { color: red }"),
                ("fonts/a.woff2", "font"),
                ("app.js", "const start = 1;\nexport { start as default };\n"),
                ("app_bg.wasm", "wasm"),
                ("guard.js", "guard();"),
                ("share.js", "share();"),
                ("keys.js", "keys();"),
                ("desk.js", "let wasm_bindgen;"),
                ("desk_bg.wasm", "more wasm"),
                ("data/a.json", "{}"),
                ("licences.txt", "all of them"),
            ] {
                fs::write(site.join(file), text)?;
            }
            Ok(Self(site))
        }

        fn one_file(&self, page: &str) -> Result<String> {
            write(&self.0, page)?;
            Ok(fs::read_to_string(self.0.join(NAME))?)
        }
    }

    impl Drop for Example {
        fn drop(&mut self) {
            fs::remove_dir_all(&self.0).ok();
        }
    }

    #[test]
    fn nothing_in_it_leads_to_another_file() -> Result<()> {
        let document = Example::new("alone")?.one_file(PAGE)?;
        for gone in ["/notes/", " src=", "modulepreload", "integrity", "export {"] {
            assert!(!document.contains(gone), "{gone} in {document}");
        }
        assert_eq!(document.matches("href=").count(), document.matches(r#"href="data:"#).count(), "{document}");
        assert!(document.contains(r#"<html lang="en" data-one-file data-laid-out>"#), "{document}");
        assert!(document.contains("theme();"), "{document}");
        assert!(document.contains("guard();\nshare();\nkeys();\n"), "{document}");
        for block in ["styles", "app", "desk.js", "desk.wasm", "data/a.json", "licences.txt"] {
            assert!(document.contains(&format!(r#"data-packed="{block}""#)), "{block} in {document}");
        }
        Ok(())
    }

    #[test]
    fn its_policy_comes_first_and_leaves_the_encoding_where_browsers_look_for_it() -> Result<()> {
        let document = Example::new("policy")?.one_file(PAGE)?;
        let first = document.split_once("<head>").map(|(_, head)| head.trim_start()).unwrap_or_default();
        assert!(first.starts_with(r#"<meta http-equiv="Content-Security-Policy" content="default-src 'none';"#));
        assert!(document.find("charset").is_some_and(|place| place < 1000), "{document}");
        Ok(())
    }

    #[test]
    fn two_of_the_same_site_are_the_same() -> Result<()> {
        assert_eq!(Example::new("one")?.one_file(PAGE)?, Example::new("two")?.one_file(PAGE)?);
        Ok(())
    }

    #[test]
    fn what_it_cannot_take_in_is_refused() -> Result<()> {
        let example = Example::new("refused")?;
        for (instead, said) in [
            (PAGE.replace("modulepreload", "prefetch"), "prefetch"),
            (PAGE.replace("theme.js", "gone.js"), "gone.js"),
            (PAGE.replace(r#" data-wasm="/notes/app_bg.wasm""#, ""), "data-wasm"),
        ] {
            let refusal = example.one_file(&instead).map_or_else(|error| format!("{error:#}"), |_| String::new());
            assert!(refusal.contains(said), "“{refusal}” says nothing of {said}");
        }
        Ok(())
    }

    #[test]
    fn what_it_holds_is_weighed_file_by_file() -> Result<()> {
        let example = Example::new("weight")?;
        let weight = write(&example.0, PAGE)?;
        assert_eq!(weight.file, fs::read(example.0.join(NAME))?.len());
        // Every file of the site but the icon, which is part of the page.
        let files = Files::of(&example.0);
        let mut held = 0;
        let code = ["app.js", "app_bg.wasm", "desk.js", "desk_bg.wasm"];
        let later = ["guard.js", "share.js", "keys.js"].into_iter();
        for file in ["theme.js", "styles/a.css", "fonts/a.woff2", "data/a.json", "licences.txt"]
            .into_iter()
            .chain(code)
            .chain(later)
        {
            held += super::compressed(&files.bytes(file)?)?;
        }
        assert_eq!(weight.held, held);
        Ok(())
    }
}
