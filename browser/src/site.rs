//! A built site, served from this machine as GitHub Pages would serve it, with the bad days that a host has.

mod answer;
mod connection;
mod host;

use std::collections::BTreeSet;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use anyhow::{Context, Result};

use host::Host;

/// A running server, which stops when it is dropped. Every connection ends with its answer, so
/// that a page has no way to go on talking to a server that has stopped.
#[derive(Debug)]
pub struct Site {
    address: SocketAddr,
    host: Arc<Host>,
    stopped: Arc<AtomicBool>,
    listening: Option<JoinHandle<()>>,
}

impl Site {
    /// Serves the folder `dist` below the path `base`, such as `/` or `/liner-notes/`, at a free
    /// port.
    ///
    /// # Errors
    ///
    /// When the folder holds no site, or no port can be had.
    pub fn serve(dist: impl Into<PathBuf>, base: &str) -> Result<Self> {
        let host = Arc::new(Host::new(dist.into(), base)?);
        let listener = at_a_new_port().context("no free port to serve the site at")?;
        let address = listener.local_addr().context("the port of the site")?;
        let stopped = Arc::new(AtomicBool::new(false));
        let listening = thread::spawn({
            let (host, stopped) = (Arc::clone(&host), Arc::clone(&stopped));
            move || listen(&listener, &host, &stopped)
        });
        Ok(Self { address, host, stopped, listening: Some(listening) })
    }

    /// The full address of a path inside the site, such as `/compare`.
    #[must_use]
    pub fn address(&self, path: &str) -> String {
        format!("http://{}{}", self.address, self.path(path))
    }

    /// The same from the root of the host.
    #[must_use]
    pub fn path(&self, path: &str) -> String {
        format!("{}{}", self.host.base(), path.trim_start_matches('/'))
    }

    /// Serves another folder from now on, all at once, as the host does with a new release.
    ///
    /// # Errors
    ///
    /// When the folder holds no site.
    pub fn publish(&self, dist: impl Into<PathBuf>) -> Result<()> {
        self.host.publish(dist.into())
    }

    /// The paths and queries that were asked for since this was asked last, in order, those
    /// included that got no answer.
    pub fn asked(&self) -> Vec<String> {
        self.host.asked()
    }

    /// Breaks down once it has given that many answers more: from then on connections are closed
    /// without one.
    pub fn break_down_after(&self, answers: usize) {
        self.host.answer_only(Some(answers));
    }

    /// Answers again.
    pub fn recover(&self) {
        self.host.answer_only(None);
    }
}

/// Listens where no other site of this process ever was: a browser may still have what that one kept.
fn at_a_new_port() -> std::io::Result<TcpListener> {
    static HAD: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    // Those that will not do keep their ports until there is one.
    let mut others = Vec::new();
    loop {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        if HAD.lock().unwrap_or_else(PoisonError::into_inner).insert(listener.local_addr()?.port()) {
            return Ok(listener);
        }
        others.push(listener);
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::SeqCst);
        // The listener sees that it is to stop when the next connection comes: this one.
        let woken = TcpStream::connect(self.address);
        if let Some(listening) = self.listening.take()
            && woken.is_ok()
            && listening.join().is_err()
        {
            eprintln!("the server of a site broke down while it was stopped");
        }
    }
}

/// Answers connections, each in a thread of its own, until `stopped` is set.
fn listen(listener: &TcpListener, host: &Arc<Host>, stopped: &AtomicBool) {
    for stream in listener.incoming() {
        if stopped.load(Ordering::SeqCst) {
            return;
        }
        let host = Arc::clone(host);
        thread::spawn(move || {
            // A browser that leaves before the answer is complete is nobody's fault.
            stream.and_then(|stream| connection::serve(stream, &host)).ok()
        });
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpStream;

    use super::Site;

    fn ask(site: &Site, head: &str) -> std::io::Result<String> {
        let mut stream = TcpStream::connect(site.address)?;
        write!(stream, "{head}\r\nHost: here\r\n\r\n")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    }

    #[test]
    fn serves_until_it_is_dropped() -> anyhow::Result<()> {
        let dist = std::env::temp_dir().join(format!("liner-notes-site-{}", std::process::id()));
        std::fs::create_dir_all(&dist)?;
        std::fs::write(dist.join("index.html"), "<p>here</p>")?;
        let site = Site::serve(&dist, "notes")?;
        assert!(site.address("/compare").ends_with("/notes/compare"));
        let answer = ask(&site, "GET /notes/ HTTP/1.1")?;
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"));
        assert!(answer.contains("Cache-Control: max-age=600\r\n"));
        assert!(answer.ends_with("\r\n\r\n<p>here</p>"));
        assert!(ask(&site, "HEAD /notes/ HTTP/1.1")?.ends_with("\r\n\r\n"));
        assert!(ask(&site, "POST /notes/ HTTP/1.1")?.starts_with("HTTP/1.1 405 "));
        assert!(ask(&site, "nonsense")?.starts_with("HTTP/1.1 405 "));
        let address = site.address;
        drop(site);
        assert!(TcpStream::connect(address).is_err());
        std::fs::remove_dir_all(&dist)?;
        Ok(())
    }

    #[test]
    fn has_another_release_at_once_and_bad_days() -> anyhow::Result<()> {
        let folder = std::env::temp_dir().join(format!("liner-notes-releases-{}", std::process::id()));
        for release in ["one", "two"] {
            std::fs::create_dir_all(folder.join(release))?;
            std::fs::write(folder.join(release).join("index.html"), release)?;
        }
        let site = Site::serve(folder.join("one"), "/")?;
        assert!(ask(&site, "GET /?first HTTP/1.1")?.ends_with("one"));
        site.publish(folder.join("two"))?;
        assert!(site.publish(folder.join("three")).is_err());
        site.break_down_after(1);
        assert!(ask(&site, "GET / HTTP/1.1")?.ends_with("two"));
        assert_eq!(ask(&site, "GET /lost HTTP/1.1")?, "");
        site.recover();
        assert!(ask(&site, "GET / HTTP/1.1")?.ends_with("two"));
        assert_eq!(site.asked(), ["/?first", "/", "/lost", "/"]);
        assert!(site.asked().is_empty());
        std::fs::remove_dir_all(&folder)?;
        Ok(())
    }

    #[test]
    fn a_folder_without_a_site_is_refused() {
        assert!(Site::serve("no-such-folder", "/").is_err());
    }
}
