// Package telegram reads what Telegram hands out of a chat: the JSON export of Telegram
// Desktop (result.json); package widget below it reads the pages of t.me.
//
// It promises that texts are joined exactly from their parts, that a time is UTC as the file
// states it in seconds and a local time without a zone counts for its day only, that one
// message is held at a time whatever the file's size, that a bad message does not stop
// those after it, and of a file that breaks off that what stands before is read. It
// opens no files, fetches nothing, and decides nothing but what is public: see [Chat.Public].
//
// # The export
//
// As Telegram Desktop writes it (Telegram/SourceFiles/export/output/export_output_json.cpp),
// one chat, or with "chats" and "left_chats" an account:
//
//	{"name": "…", "type": "public_channel", "id": 1234567890, "messages": [MESSAGE, …]}
//	{"about": "…", "personal_information": {…}, …, "chats": {"about": "…", "list": [CHAT, …]}, "left_chats": {…}}
//
//	MESSAGE: {"id": 7, "type": "message", "date": "2024-01-05T12:00:00", "date_unixtime": "1704448800",
//	 "edited": "…", "edited_unixtime": "…", "from": "…", "from_id": "channel1234567890", "author": "…",
//	 "forwarded_from": "…", "forwarded_from_id": "channel55", "saved_from": "…", "reply_to_message_id": 5,
//	 "reply_to_peer_id": "channel9", "via_bot": "@…", "photo": "photos/…", "file": "files/…", "thumbnail": "…",
//	 "media_type": "…", "mime_type": "…", "poll": {"question": "…", "answers": [{"text": "…"}]},
//	 "text": "…" or ["…", {"type": "text_link", "text": "…", "href": "…"}], "text_entities": [{"type": "plain", "text": "…"}]}
//
// type is service where a chat was renamed, a message pinned and the like, and unsupported (with an id alone)
// where that version could not read it. Messages stand in the order of their ids. A file that was not exported
// has a sentence in brackets for its name. date is the exporting computer's local time; *_unixtime came in 2021,
// forwarded_from_id in 2024. Below 32, characters are written \x0B, which is no JSON: it is read all the same.
package telegram
