//! A collection: what its record holds, where its site was built to, which addresses it has.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use liner_notes_browser::{Engine, Site};
use liner_notes_record::text::Text;
use liner_notes_record::{Dial, Level, Record, Shown, source};

/// The project's own collection, or one of those made for tests.
pub(crate) struct Collection {
    /// The name of its built site.
    pub(crate) name: String,
    record: Record,
}

/// An address of a site.
#[derive(Clone, Debug)]
pub(crate) struct Route {
    /// Its path below the site, without a slash in front.
    pub(crate) path: String,
    /// The stop of the dial from which it shows something; nothing where no page is.
    pub(crate) from: Option<Dial>,
}

impl Route {
    fn shown(path: impl Into<String>, level: Level) -> Self {
        Self { path: path.into(), from: Some(Dial::needed_for(level)) }
    }

    /// Whether it shows something to a reader at that stop.
    pub(crate) fn is_shown_at(&self, dial: Dial) -> bool {
        self.from.is_some_and(|from| from <= dial)
    }

    /// Whether the host knows it: what is above the premise has no file of its own, or its name would tell of it.
    pub(crate) fn is_known_to_the_host(&self) -> bool {
        self.is_shown_at(Dial::None)
    }
}

impl Collection {
    /// The project's own.
    pub(crate) fn own() -> Result<Self> {
        Self::read("own", &root().join("assets/record"))
    }

    /// The one of that name made for tests.
    pub(crate) fn invented(name: &str) -> Result<Self> {
        Self::read(name, &invented().join(name))
    }

    /// The one that is built a second time, with the texts of its reviews in the build.
    pub(crate) fn with_texts_in_the_build() -> Result<Self> {
        Self::read("two-with-texts", &invented().join("two"))
    }

    /// All of them.
    pub(crate) fn all() -> Result<Vec<Self>> {
        let mut names = Vec::new();
        for entry in fs::read_dir(invented()).context("the collections made for tests")? {
            let entry = entry?;
            if entry.path().is_dir() {
                names.push(entry.file_name().to_string_lossy().into_owned());
            }
        }
        names.sort();
        ensure!(!names.is_empty(), "there is no collection in {}", invented().display());
        let mut all = vec![Self::own()?];
        for name in names {
            all.push(Self::invented(&name)?);
        }
        Ok(all)
    }

    fn read(name: &str, folder: &Path) -> Result<Self> {
        let record = source::read(folder).with_context(|| format!("the collection {}", folder.display()))?;
        Ok(Self { name: name.to_owned(), record })
    }

    /// The texts of its reviews by their ids, which lie beside the collections made for tests; those of the project's own
    /// are its publishers', and only where somebody has put them: `../shared/reviews`.
    pub(crate) fn texts(&self) -> Result<Vec<(String, PathBuf)>> {
        let own = root().join("../shared/reviews");
        let folder = if self.name == "own" { own } else { invented().join(&self.name).join("texts") };
        let mut texts = Vec::new();
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let file = entry?.path();
            let text = Text::new(&fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?);
            let hash = text.sha256();
            let review = self.at(Dial::All).reviews().iter().find(|review| review.sha256 == hash);
            texts.extend(review.map(|review| (review.id.to_string(), file)));
        }
        texts.sort();
        Ok(texts)
    }

    /// Its built site, served.
    pub(crate) fn site(&self) -> Result<Site> {
        Site::serve(built(&self.name)?, &self.base()?)
    }

    /// The path below which its site was built to stand: the folder of the icon that its pages link to.
    pub(crate) fn base(&self) -> Result<String> {
        let file = built(&self.name)?.join("index.html");
        let page = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
        let icon = page.split("<link rel=\"icon\" href=\"").nth(1).and_then(|rest| rest.split('"').next());
        let folder = icon.and_then(|icon| icon.rsplit_once('/')).map(|(folder, _)| format!("{folder}/"));
        folder.with_context(|| format!("{} links to no icon", file.display()))
    }

    /// What it holds at a stop of the dial.
    pub(crate) fn at(&self, dial: Dial) -> Shown<'_> {
        Shown::new(&self.record, dial)
    }

    /// Whether this is the very record it holds.
    pub(crate) fn holds(&self, record: &Record) -> bool {
        self.record == *record
    }

    /// The title of its work.
    pub(crate) fn title(&self) -> &str {
        &self.at(Dial::None).work().title
    }

    /// Every address of its site, and one that is none.
    pub(crate) fn routes(&self) -> Vec<Route> {
        let whole = self.at(Dial::All);
        let places = ["", "compare", "cast", "timeline", "reviews", "search", "beside", "take", "about"]
            .map(|path| Route::shown(path, Level::Premise));
        let characters = whole.characters().map(|one| Route::shown(format!("cast/{}", one.id), one.level));
        let people = whole.people().map(|one| Route::shown(format!("cast/{}", one.id), one.level));
        let reviews =
            whole.reviews().iter().map(|review| Route::shown(format!("reviews/{}", review.id), Level::Premise));
        let nowhere = Route { path: "no/such/page".to_owned(), from: None };
        places.into_iter().chain(characters).chain(people).chain(reviews).chain([nowhere]).collect()
    }

    /// The addresses that are gone to where a test goes everywhere: in Chromium all of them, in the other engines of cards and
    /// reviews that are shown from the same stop on [the first and the last](share).
    pub(crate) fn places(&self) -> Result<Vec<Route>> {
        share(self.routes(), |route| Some((route.path.split_once('/')?.0.to_owned(), route.from)))
    }

    /// The titles of everything above a stop of the dial that has one.
    pub(crate) fn titles_above(&self, dial: Dial) -> Vec<String> {
        let whole = self.at(Dial::All);
        let topics = whole.topics().filter(|topic| !dial.shows(topic.level)).map(|topic| topic.title.clone());
        let moments = whole.moments().filter(|moment| !dial.shows(moment.level)).map(|moment| moment.title.clone());
        topics.chain(moments).collect()
    }
}

/// What of all there is the chosen engine goes to: Chromium to all of it, the others to the first and the last of a kind, since
/// the rest is other words in the same elements. What is of no kind is by itself.
pub(crate) fn share<T, K: PartialEq>(all: Vec<T>, kind: impl Fn(&T) -> Option<K>) -> Result<Vec<T>> {
    if Engine::chosen()? == Engine::Chromium {
        return Ok(all);
    }
    let kinds: Vec<Option<K>> = all.iter().map(kind).collect();
    let is_at_an_end = |place: usize| {
        let own = &kinds[place];
        own.is_none() || !kinds[..place].contains(own) || !kinds[place + 1..].contains(own)
    };
    Ok(all.into_iter().enumerate().filter(|(place, _)| is_at_an_end(*place)).map(|(_, one)| one).collect())
}

/// The folder of the built site of that name.
pub(crate) fn built(site: &str) -> Result<PathBuf> {
    let sites = env::var_os("LINER_NOTES_SITES").filter(|folder| !folder.is_empty()).context(
        "LINER_NOTES_SITES names no folder of built sites: run `cargo xtask test`, which builds them and runs these \
         tests",
    )?;
    // Cargo runs tests in the package's folder, whatever folder the path was given in.
    Ok(root().join(sites).join(site))
}

/// The project's folder.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn invented() -> PathBuf {
    root().join("tests/collections")
}
