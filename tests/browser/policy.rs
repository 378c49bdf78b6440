//! What the policy of a page refuses. Each attempt is made once under it, where it must come to nothing, and once on the
//! same page without it, where it must succeed: so it is the policy that stops it.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, ensure};
use liner_notes_browser::{Screen, Site};

use crate::collection::{Collection, built};
use crate::offline::release::{BASE, Release};
use crate::patience::until;
use crate::reader::Reader;

/// Tries everything, as a script that the page allows would, and leaves in `window.outcome` what of it came about. Words
/// in capitals are replaced by the address of another host.
const ATTEMPTS: &str = "
    window.ran = {};
    window.refused = [];
    addEventListener('securitypolicyviolation', event => refused.push(event.effectiveDirective));
    const put = (name, more) => {
        const made = Object.assign(document.createElement(name), more);
        document.body.append(made);
        return made;
    };
    const loads = (name, more) => new Promise((onload, reject) => put(name, { onload, onerror: reject, ...more }));
    // What is refused may say so in no way.
    const after = patience => new Promise(done => setTimeout(done, patience));
    const has_run = name => after(500).then(() => { if (!ran[name]) throw new Error('it has not run'); });
    const red = made => { if (getComputedStyle(made).color !== 'rgb(255, 0, 0)') throw new Error('no style'); };
    const attempts = {
        'a script in the page': () => { put('script', { textContent: 'ran.script = true' }); return has_run('script'); },
        'a handler in markup': () => {
            put('p').innerHTML = '<img src=\"data:,\" onerror=\"ran.handler = true\">';
            return has_run('handler');
        },
        'text as markup': () => { put('p').innerHTML = '<b>bold</b>'; },
        'text as code': () => { if (eval('1 + 1') !== 2) throw new Error('no sum'); },
        'a link that is a script': () => {
            put('a', { href: 'javascript:void (ran.link = true)' }).click();
            return has_run('link');
        },
        'styles in the page': () => { put('style', { textContent: '.probe { color: red }' }); red(put('p', { className: 'probe' })); },
        'a style on an element': () => { const made = put('p'); made.setAttribute('style', 'color: red'); red(made); },
        'a script from elsewhere': () => loads('script', { src: 'ELSEWHEREkeys.js' }),
        'a picture from elsewhere': () => loads('img', { src: 'ELSEWHEREpreview.png' }),
        'a request to elsewhere': () => fetch('ELSEWHERE', { mode: 'no-cors' }),
        'a frame': () => { put('iframe', { src: 'data:text/html,<script>parent.postMessage(\"framed\", \"*\")<\\/script>' });
            return new Promise((done, fail) => { addEventListener('message', done); setTimeout(fail, 1500); }); },
        'a worker that is a text': () => new Promise((done, fail) => {
            const worker = new Worker('data:text/javascript,postMessage(1)');
            Object.assign(worker, { onmessage: done, onerror: fail });
        }),
        'another base': () => {
            const base = put('base', { href: 'ELSEWHERE' });
            const moved = document.baseURI.startsWith('ELSEWHERE');
            base.remove();
            if (!moved) throw new Error('it has not moved');
        },
    };
    (async () => {
        const outcome = {};
        for (const [name, attempt] of Object.entries(attempts)) {
            const tried = (async () => attempt())();
            outcome[name] = await Promise.race([tried.then(() => true, () => false), after(3000).then(() => false)]);
        }
        window.outcome = outcome;
    })();";

/// What came of each attempt on a page of a release that was made by `change` after it was closed.
async fn outcome(change: impl Fn(String) -> String) -> Result<(BTreeMap<String, bool>, Vec<String>, Vec<String>)> {
    let release = Release::named("attempts")?;
    let elsewhere = Site::serve(&built("own")?, "/elsewhere/")?;
    let attempts = ATTEMPTS.replace("ELSEWHERE", &elsewhere.address(""));
    let page = "about/index.html";
    // It stands in the page when that is closed, and so is allowed.
    release.rewrite(page, |page| page.replace("</body>", &format!("<script>{attempts}</script></body>")))?;
    let file = release.folder().join(page);
    let page = change(fs::read_to_string(&file)?);
    // This comes into it later.
    fs::write(&file, page.replace("</body>", "<script>refused.push('it has run')</script></body>"))?;
    let site = Site::serve(release.folder(), BASE)?;
    let reader = Reader::at(site, &Screen::new(1280, 900).light()).await?.of_what_is_refused();
    reader.page().goto(reader.full_address("about/")).await?;
    let script = "return window.outcome ?? {}";
    let ended = |outcome: &BTreeMap<String, bool>| !outcome.is_empty();
    let outcome = until("an outcome", ended, async || reader.ask(script).await).await?;
    Ok((outcome, reader.ask("return refused").await?, elsewhere.asked()))
}

/// The page without its policy.
fn open(page: String) -> String {
    let Some((before, rest)) = page.split_once("<meta http-equiv=\"Content-Security-Policy\"") else { return page };
    let after = rest.split_once('>').map_or("", |(_, after)| after);
    format!("{before}{after}")
}

#[tokio::test]
async fn what_a_page_does_not_hold_is_refused() -> Result<()> {
    let (outcome, refused, asked) = outcome(|page| page).await?;
    let through: Vec<_> = outcome.iter().filter(|(_, came_about)| **came_about).map(|(name, _)| name).collect();
    ensure!(through.is_empty(), "the policy lets through: {through:?}");
    ensure!(asked.is_empty(), "the other host was asked for {asked:?}");
    ensure!(!refused.iter().any(|one| one == "it has run"), "a script has run that came into the page later");
    for directive in ["script-src", "require-trusted-types-for", "style-src", "img-src", "connect-src", "base-uri"] {
        ensure!(refused.iter().any(|one| one.starts_with(directive)), "{directive} is not among {refused:?}");
    }
    Ok(())
}

#[tokio::test]
async fn the_same_comes_about_on_a_page_without_a_policy() -> Result<()> {
    let (outcome, refused, asked) = outcome(open).await?;
    assert_eq!(refused, ["it has run"]);
    let stopped: Vec<_> = outcome.iter().filter(|(_, came_about)| !**came_about).map(|(name, _)| name).collect();
    ensure!(stopped.is_empty(), "this fails without a policy as well, and shows nothing: {stopped:?}");
    ensure!(asked.len() >= 3, "the other host was asked for {asked:?} alone");
    Ok(())
}

#[tokio::test]
async fn every_page_has_a_policy_before_all_else() -> Result<()> {
    for collection in Collection::all()? {
        let folder = built(&collection.name)?;
        for route in collection.routes().iter().filter(|route| route.is_known_to_the_host()) {
            let file = folder.join(&route.path).join("index.html");
            let page = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
            let head = page.split_once("<head>").map_or("", |(_, head)| head);
            ensure!(head.starts_with("<meta http-equiv=\"Content-Security-Policy\""), "{}", file.display());
            ensure!(page.find("charset").is_some_and(|place| place < 1024), "{}", file.display());
            ensure!(!page.contains("unsafe-inline"), "{}", file.display());
        }
    }
    Ok(())
}
