//! One page's file: the page that Trunk wrote, with a head of its own and the app's first render in it.

use std::cell::RefCell;
use std::fs;
use std::path::Path;
use std::rc::Rc;

use anyhow::{Context, Result};
use liner_notes::address::Place;
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};

/// The picture that stands for a page where a link to it is shown.
pub(crate) const PICTURE: &str = "preview.png";

/// The faces of nearly every line. Asked for with the page, they are there for its first paint where the network is
/// quick; where it is not, the system's stand in until the next page, so that no line moves under a reader's eyes.
const FACES: [&str; 2] = ["fraunces/fraunces.woff2", "instrument-sans/instrument-sans.woff2"];

/// What a page says whose scripts do not run, whether the browser runs none or they are not what was published, in place
/// of the sentence for a page that has nothing to read.
const WITHOUT_SCRIPTS: &str = "The scripts of this page do not run. You can read every page and follow every link, \
                               free of spoilers. The dial, the filters, what folds open and the theme need them.";

/// The page that Trunk wrote.
pub(crate) struct Template {
    html: String,
    sheets: Vec<String>,
}

impl Template {
    /// Reads the page of a built site.
    pub(crate) fn read(site: &Path) -> Result<Self> {
        let file = site.join("index.html");
        let html = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
        let sheets = Rc::new(RefCell::new(Vec::new()));
        let found = Rc::clone(&sheets);
        let html = rewrite_str(
            &html,
            RewriteStrSettings {
                element_content_handlers: vec![element!("link[rel=stylesheet]", move |link| {
                    found.borrow_mut().extend(link.get_attribute("href"));
                    link.remove();
                    Ok(())
                })],
                ..RewriteStrSettings::default()
            },
        )?;
        Ok(Self { html: tidied(&html), sheets: sheets.take() })
    }

    /// The addresses of the style sheets it linked to, in order.
    pub(crate) fn sheets(&self) -> &[String] {
        &self.sheets
    }
}

/// A page's frame without what is there for those who write it: empty lines, indents, comments of scripts. What it
/// draws is not in it yet, so nothing in it depends on white space.
fn tidied(html: &str) -> String {
    let lines = html.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect::<String>().replace(" />\n", ">\n")
}

/// Markup as the app writes it, without the quotes round values that need none. A long page has a thousand of them.
fn unquoted(drawn: &str) -> String {
    let mut parts = drawn.split("=\"");
    let mut html = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_./".contains(letter);
        match part.split_once('"') {
            // Words on the page may look like this as well.
            Some((value, after))
                if is_in_tag(&html)
                    && after.starts_with([' ', '>'])
                    && !value.is_empty()
                    && value.chars().all(is_plain) =>
            {
                html.extend(["=", value, after]);
            }
            _ => html.extend(["=\"", part]),
        }
    }
    html
}

/// Whether markup goes on inside a tag. The app writes no `>` in values.
fn is_in_tag(html: &str) -> bool {
    html.rfind('<') > html.rfind('>')
}

/// What is one page's own.
pub(crate) struct Page<'a> {
    /// Its title.
    pub(crate) title: &'a str,
    /// What it is about.
    pub(crate) description: &'a str,
    /// Its full address where the site is published; none for a page that stands for many.
    pub(crate) canonical: Option<&'a str>,
    /// The full address of the picture that stands for it.
    pub(crate) picture: &'a str,
    /// The place whose first render it is, for the app to take over; none for a page that the app draws anew.
    pub(crate) place: Option<&'a Place>,
    /// The style rules it needs at once.
    pub(crate) style: &'a str,
    /// The address of the sheet with all rules.
    pub(crate) rest: &'a str,
    /// The path below which the site stands.
    pub(crate) base: &'a str,
    /// What the app shows.
    pub(crate) drawn: &'a str,
}

impl Page<'_> {
    /// Writes it to `file`.
    pub(crate) fn write(&self, template: &Template, file: &Path) -> Result<()> {
        let html = self.fill(template)?;
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).with_context(|| format!("making the folder {}", folder.display()))?;
        }
        fs::write(file, html).with_context(|| format!("writing {}", file.display()))
    }

    fn fill(&self, template: &Template) -> Result<String> {
        let html = rewrite_str(
            &template.html,
            RewriteStrSettings {
                element_content_handlers: vec![
                    element!("html", |html| {
                        if self.place.is_none() {
                            html.set_attribute("data-unknown", "")?;
                        }
                        Ok(())
                    }),
                    element!("title", |title| {
                        title.set_inner_content(self.title, ContentType::Text);
                        Ok(())
                    }),
                    element!("meta[name=description]", |meta| {
                        meta.set_attribute("content", &attribute(self.description))?;
                        meta.after(&self.head(), ContentType::Html);
                        Ok(())
                    }),
                    element!("head", |head| {
                        head.append(&format!("<style>{}</style>", self.style), ContentType::Html);
                        Ok(())
                    }),
                    element!("noscript", |noscript| {
                        noscript.set_attribute("class", "no-script")?;
                        noscript.set_inner_content(WITHOUT_SCRIPTS, ContentType::Text);
                        Ok(())
                    }),
                    element!("#app", |app| {
                        app.set_inner_content(&unquoted(self.drawn), ContentType::Html);
                        if let Some(place) = self.place {
                            app.set_attribute("data-drawn", &place.path())?;
                            // By this the browser knows whether others have added to them.
                            let elements = self.drawn.matches('<').count() - self.drawn.matches("</").count();
                            app.set_attribute("data-elements", &elements.to_string())?;
                        }
                        Ok(())
                    }),
                    element!("body", |body| {
                        let link = format!("<link rel=\"stylesheet\" href=\"{}\">", attribute(self.rest));
                        body.append(&link, ContentType::Html);
                        Ok(())
                    }),
                ],
                ..RewriteStrSettings::default()
            },
        )?;
        Ok(html)
    }

    /// What stands in the head for this page alone.
    fn head(&self) -> String {
        let base = attribute(self.base);
        let mut head = String::new();
        for face in FACES {
            head.push_str(&format!(
                "<link rel=\"preload\" href=\"{base}fonts/{face}\" as=\"font\" type=\"font/woff2\" crossorigin>"
            ));
        }
        head.push_str(&format!("<link rel=\"manifest\" href=\"{base}manifest.webmanifest\">"));
        head.push_str(&format!("<link rel=\"apple-touch-icon\" href=\"{base}icons/apple-touch-icon.png\">"));
        if let Some(canonical) = self.canonical {
            head.push_str(&format!("<link rel=\"canonical\" href=\"{}\">", attribute(canonical)));
            head.push_str(&property("og:url", canonical));
        }
        for (name, value) in [
            ("og:type", "website"),
            ("og:site_name", "Liner Notes"),
            ("og:title", self.title),
            ("og:description", self.description),
            ("og:image", self.picture),
            ("og:image:width", "1200"),
            ("og:image:height", "630"),
            ("og:image:alt", "Liner Notes: several reviews of one work, side by side"),
        ] {
            head.push_str(&property(name, value));
        }
        head.push_str("<meta name=\"twitter:card\" content=\"summary_large_image\">");
        head
    }
}

/// An Open Graph property (<https://ogp.me>).
fn property(name: &str, value: &str) -> String {
    format!("<meta property=\"{name}\" content=\"{}\">", attribute(value))
}

/// Text as it stands between double quotes.
fn attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::{tidied, unquoted};

    #[test]
    fn what_is_for_writers_alone_is_left_out_of_the_frame() {
        let page = "<head>\n    <link />\n    \n    <script>// Why.\n    // How.\n    go();\n</script>\n</head>\n";
        assert_eq!(tidied(page), "<head>\n<link>\n<script>// Why.\ngo();\n</script>\n</head>\n");
    }

    #[test]
    fn values_lose_their_quotes_where_they_need_none_and_words_keep_theirs() {
        for (drawn, html) in [
            (r#"<a class="b" href="/c/d.html">e</a>"#, "<a class=b href=/c/d.html>e</a>"),
            (
                r#"<a class="b c" title="" href="?d=e">x="y" z</a>"#,
                r#"<a class="b c" title="" href="?d=e">x="y" z</a>"#,
            ),
            (r#"<path d="m0"/><b id="c">"#, r#"<path d="m0"/><b id=c>"#),
        ] {
            assert_eq!(unquoted(drawn), html);
        }
    }
}
