// Package saved finds what a saved page, or the address of a copy in a public archive,
// states of where and when the page was got, and takes out of a page what the archive put
// into it.
//
// It promises that what it gives was written by who saved the page, in a form that this
// one uses every time; that only addresses of the web are taken for one (a page saved from a
// disk tells of the disk, which is nobody's business); and that nothing of it is ever a
// day of publication. Whether it is true cannot be known from the page.
//
// What is read:
//
//	SingleFile      <html><!-- Page saved with SingleFile url: … saved date: … -->
//	browsers        <!-- saved from url=(0042)https://… --> (no time)
//	Save Page WE    <meta name="savepage-url"…>, <meta name="savepage-date"…>
//	Wayback Machine https://web.archive.org/web/20190221123456id_/https://…, and the call
//	                that its pages begin with; its toolbar and the addresses that it wrote anew go
//	archive.today   <link rel="bookmark" href="http://archive.today/20180505222855/https://…">;
//	                its header goes
package saved
