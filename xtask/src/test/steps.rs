//! The steps of `cargo xtask test`, in their order: what is quick and often wrong comes first.

use std::ffi::OsString;
use std::fs;
use std::num::NonZero;
use std::path::PathBuf;
use std::thread;

use anyhow::{Context, Result, ensure};
use liner_notes_bench::weights;
use liner_notes_browser::figures::FIGURES;
use liner_notes_browser::{CHOICE, Engine, Exception};

use crate::carried::Texts;
use crate::dist::{self, Site};
use crate::licences;
use crate::public_url::PublicUrl;
use crate::size;
use crate::test::figures;
use crate::test::ground::{Ground, check, count};
use crate::test::reproducible::{begin_beside, reproducible};
use crate::test::tally::Tally;
use crate::tools::Need;
use crate::workspace::Workspace;

/// One step.
pub(super) struct Step {
    /// What `--only` calls it.
    pub(super) name: &'static str,
    /// What its heading says.
    pub(super) title: &'static str,
    /// The one engine that it is for, for a step of which there is one for each.
    pub(super) engine: Option<Engine>,
    /// What must be there before it can run.
    pub(super) needs: &'static [Need],
    /// Runs it.
    pub(super) run: fn(&Ground) -> Result<Tally>,
}

/// The step of the tests that need no browser.
pub(super) const NATIVE: &str = "native";

/// The step that there is one of for each engine, by its name in Chromium.
pub(super) const IN_AN_ENGINE: &str = "browser";

/// The step of the app as one file, for runs in which not every engine looks at the site, and how its tests begin.
pub(super) const ONE_FILE: &str = "one-file";
const IN_ONE_FILE: &str = "one_file::";

/// The step of the copy, which is begun beside an earlier one.
const REPRODUCIBLE: &str = "reproducible";

/// All steps.
pub(super) const STEPS: [Step; 12] = [
    Step {
        name: "format",
        title: "the code is laid out by rustfmt",
        engine: None,
        needs: &[Need::Rustfmt],
        run: |ground| check(&mut ground.cargo(&["fmt", "--all", "--check"])?),
    },
    Step {
        name: "packages",
        title: "what comes from elsewhere is under licences, and from places, that are allowed",
        engine: None,
        needs: &[],
        run: |ground| {
            let checked = licences::check(ground.workspace.root()).inspect_err(|fault| println!("{fault:#}"));
            Ok(Tally::step(checked.is_ok()))
        },
    },
    Step {
        name: "lint",
        title: "Clippy has nothing to say, on this machine and in the browser",
        engine: None,
        needs: &[Need::Clippy, Need::WasmTarget],
        run: lint,
    },
    Step {
        name: NATIVE,
        title: "the tests that need no browser",
        engine: None,
        needs: &[],
        run: |ground| {
            let mut test = ground.cargo(&["test", "--workspace", "--no-fail-fast"])?;
            count(test.env(FIGURES, figures::file_for(ground.workspace, NATIVE)?))
        },
    },
    Step {
        name: "doc",
        title: "the documentation builds and its links lead somewhere",
        engine: None,
        needs: &[],
        run: |ground| {
            let mut doc = ground.cargo(&["doc", "--workspace", "--no-deps"])?;
            check(doc.env("RUSTDOCFLAGS", "-D warnings"))
        },
    },
    Step {
        name: "wasm",
        title: "the tests of the app's parts, in a browser",
        engine: None,
        needs: &[Need::WasmTarget, Need::WasmBindgen, Need::Chromium],
        run: wasm,
    },
    Step {
        name: "sites",
        title: "the site builds from every collection and is small enough",
        engine: None,
        needs: &dist::NEEDS,
        run: sites,
    },
    Step {
        name: IN_AN_ENGINE,
        title: "the tests of the whole site, in Chromium",
        engine: Some(Engine::Chromium),
        needs: &[Need::Chromium, Need::Axe],
        run: |ground| browser(ground, Engine::Chromium, &[]),
    },
    Step {
        name: "browser-firefox",
        title: "the tests of the whole site, in Firefox",
        engine: Some(Engine::Firefox),
        needs: &[Need::Firefox, Need::Axe],
        run: |ground| browser(ground, Engine::Firefox, &[]),
    },
    Step {
        name: "browser-webkit",
        title: "the tests of the whole site, in WebKitGTK",
        engine: Some(Engine::WebKit),
        needs: &[Need::WebKit, Need::Axe],
        run: |ground| browser(ground, Engine::WebKit, &[]),
    },
    Step {
        name: ONE_FILE,
        title: "the tests of the app as one file, in the engines that the site is not looked at with",
        engine: None,
        needs: &[Need::Chromium, Need::Firefox, Need::WebKit],
        run: |ground| {
            let others = Engine::ALL.into_iter().filter(|engine| !ground.engines.contains(engine));
            let mut tallies = others.map(|engine| browser(ground, engine, &[IN_ONE_FILE]));
            tallies.try_fold(Tally::default(), |sum, tally| Ok(sum.and(tally?)))
        },
    },
    Step {
        name: REPRODUCIBLE,
        title: "the same files in another folder give the same site",
        engine: None,
        needs: &dist::NEEDS,
        run: reproducible,
    },
];

/// Clippy over everything. The browser suite is named because `--all-targets` leaves out what plain `cargo test` leaves out;
/// it is named as one of the workspace's, since what it stands on is there already then.
fn lint(ground: &Ground) -> Result<Tally> {
    let warnings = ["--", "-D", "warnings"];
    let native = ["clippy", "--workspace", "--all-targets"];
    let suite = ["clippy", "--workspace", "--test", "browser"];
    let app = ["clippy", "--package", "liner-notes", "--target", "wasm32-unknown-unknown"];
    let tally = check(ground.cargo(&native)?.args(warnings))?
        .and(check(ground.cargo(&suite)?.args(warnings))?)
        .and(check(ground.cargo(&app)?.args(["--bins", "--test", "wasm"]).args(warnings))?);
    Ok(Tally::step(tally.all_passed()))
}

/// The tests compiled for the browser, which wasm-bindgen's runner runs there.
fn wasm(ground: &Ground) -> Result<Tally> {
    let settings = ground.workspace.target().join("webdriver.json");
    fs::write(&settings, ground.tools.chromium()?.webdriver_settings())
        .with_context(|| format!("writing the browser's settings to {}", settings.display()))?;
    let mut test = ground.cargo(&["test", "--package", "liner-notes", "--test", "wasm"])?;
    test.args(["--target", "wasm32-unknown-unknown"])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings);
    count(&mut test)
}

/// The path below which the project's own site is tested, as a host of project sites has it.
pub(super) const BELOW: &str = "/liner-notes/";

/// The collection that is built a second time, with its texts in the build, and what that site is called.
const WITH_TEXTS: (&str, &str) = ("two", "two-with-texts");

/// The site from the project's own collection, and one from each collection made for tests, each with its one file. A
/// site that fails or is too big does not keep the others from being built.
fn sites(ground: &Ground) -> Result<Tally> {
    let mut sites = vec![("own".into(), None, PublicUrl::read(BELOW)?, None)];
    for (name, folder) in collections(ground)? {
        let again = (name == WITH_TEXTS.0).then(|| folder.clone());
        sites.push((name, Some(folder), PublicUrl::default(), None));
        // Only the desk is another one, so it is built where the app is compiled already.
        if let Some(folder) = again {
            let texts = Texts::of(&folder.join("texts"), &folder)?;
            sites.push((WITH_TEXTS.1.into(), Some(folder), PublicUrl::default(), Some(texts)));
        }
    }
    let mut good = true;
    for (name, collection, public_url, texts) in sites {
        println!("\nThe site `{}`:", name.display());
        let out = ground.workspace.sites().join(&name);
        let site = Site { collection, out, public_url, texts };
        let built = dist::build(ground.workspace, &ground.tools, &site);
        let collection = site.collection_in(ground.workspace);
        let small = built.and_then(|()| size::report(&site, &collection).and(weights::check_pages(&site.out)));
        if let Err(error) = small {
            eprintln!("\nerror: the site `{}`: {error:#}", name.display());
            good = false;
        }
        if name == "own" && ground.steps.contains(&REPRODUCIBLE) {
            begin_copy(ground);
        }
    }
    Ok(Tally::step(good))
}

/// Begins to build the project's own site once more, from a copy, while the others are built here. Where that cannot be
/// done, its step tries again, and says why.
fn begin_copy(ground: &Ground) {
    match begin_beside(ground) {
        Ok(build) => ground.copy.set(Some(build)),
        Err(error) => println!("\nThe copy is not built beside the other sites: {error:#}"),
    }
}

/// The collections made for tests: their names and folders, in order.
fn collections(ground: &Ground) -> Result<Vec<(OsString, PathBuf)>> {
    let folder = ground.workspace.root().join("tests").join("collections");
    let mut collections = Vec::new();
    if !folder.is_dir() {
        return Ok(collections);
    }
    let entries = fs::read_dir(&folder).with_context(|| format!("the folder {}", folder.display()))?;
    for entry in entries {
        let entry = entry.with_context(|| format!("the folder {}", folder.display()))?;
        if entry.path().is_dir() {
            ensure!(
                entry.file_name() != "own",
                "`own` is the site of the project's own collection; rename {}",
                entry.path().display()
            );
            collections.push((entry.file_name(), entry.path()));
        }
    }
    collections.sort();
    Ok(collections)
}

/// Where what engines cannot do is listed.
const EXCEPTIONS: &str = "tests/browser/engines.toml";

/// How many tests run at a time: one more than there are processors, since browsers are waited for as well.
fn at_a_time() -> String {
    let processors = thread::available_parallelism().map_or(1, NonZero::get);
    format!("--test-threads={}", processors + 1)
}

/// The tests that use the built sites as a reader would, in an engine: those that `chosen` names, or all.
fn browser(ground: &Ground, engine: Engine, chosen: &[&str]) -> Result<Tally> {
    let sites = ground.workspace.sites();
    ensure!(
        ground.workspace.own_site().join("index.html").is_file(),
        "no site is built at {}; `cargo xtask test --only sites` builds them",
        sites.display()
    );
    if !engine.is_to_be_had() {
        println!("{engine} is not to be had on this system: what is tested in it is tested on Linux alone.");
        return Ok(Tally::step(true));
    }
    // As one of the workspace's, whose packages are compiled by then.
    let mut test = ground.cargo(&["test", "--workspace", "--test", "browser", "--"])?;
    // Of hundreds of tests only those that fail are of interest, and where a log is cut they are not to be what is missing.
    test.arg("--quiet").arg(at_a_time()).args(chosen);
    for exception in exceptions(ground.workspace)?.iter().filter(|exception| exception.engine == engine) {
        println!("Not in {engine}, since {}:", exception.reason);
        for name in &exception.tests {
            println!("    {name}");
            test.args(["--skip", name]);
        }
    }
    if let Some(axe) = ground.tools.axe() {
        test.env("LINER_NOTES_AXE", axe);
    }
    let step = STEPS.iter().find(|step| step.engine == Some(engine)).map_or(IN_AN_ENGINE, |step| step.name);
    test.env(CHOICE, engine.token()).env("LINER_NOTES_SITES", sites);
    count(test.env(FIGURES, figures::file_for(ground.workspace, step)?))
}

/// What engines cannot do.
pub(super) fn exceptions(workspace: &Workspace) -> Result<Vec<Exception>> {
    let list = workspace.root().join(EXCEPTIONS);
    let text = fs::read_to_string(&list).with_context(|| format!("reading {}", list.display()))?;
    Exception::read(&text)
}
