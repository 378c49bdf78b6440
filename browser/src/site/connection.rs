//! One connection of the server: reads a request, writes the answer, closes.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use super::answer::{Answer, Folder};

/// How long to wait for a request. Browsers open connections that they may never use.
const PATIENCE: Duration = Duration::from_secs(30);

/// The longest request to read; what the site is asked for fits many times.
const LONGEST: u64 = 64 * 1024;

/// Answers the request that comes over `stream` from `folder`.
pub(super) fn serve(mut stream: TcpStream, folder: &Folder) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut request = BufReader::new(Read::by_ref(&mut stream)).take(LONGEST).lines();
    let Some(first) = request.next().transpose()? else {
        return Ok(());
    };
    for line in request {
        if line?.is_empty() {
            break;
        }
    }
    let mut words = first.split(' ');
    let (answer, with_body) = match (words.next(), words.next()) {
        (Some("GET"), Some(target)) => (folder.answer(target), true),
        (Some("HEAD"), Some(target)) => (folder.answer(target), false),
        _ => (Answer::refusal(), true),
    };
    write_head(&mut stream, &answer)?;
    if with_body {
        stream.write_all(&answer.body)?;
    }
    stream.flush()
}

/// Writes everything of `answer` but its body.
fn write_head(stream: &mut TcpStream, answer: &Answer) -> io::Result<()> {
    let mut head = format!(
        "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: max-age=600\r\n",
        answer.status,
        answer.content_type,
        answer.body.len()
    );
    if let Some(location) = &answer.location {
        head.push_str(&format!("Location: {location}\r\n"));
    }
    head.push_str("Connection: close\r\n\r\n");
    stream.write_all(head.as_bytes())
}
