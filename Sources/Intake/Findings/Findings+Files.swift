extension FindingCode {
    /// Words of findings about a whole file, or about how it is written; nil for other kinds.
    var wordsOfFiles: FindingWords? {
        switch self {
        case .emptyFile:
            FindingWords(
                .warning, "the file {what}", hint: "export it again, or take it out of the inbox",
                about: "The file has 0 bytes, or no table in it. Nothing of it is used.")
        case .unreadable, .notFound, .notAFile, .notACSV, .damagedArchive, .noSpace, .tooManyOpen:
            FindingWords(.warning, "{what}", hint: "{todo}", about: aboutUnusableFile)
        case .stillWritten:
            FindingWords(
                .note, "the file's name says that it is still being written; it is left for the next run",
                hint: "nothing need be done; where it stays like this, take it away or rename it",
                about:
                    "Names that end in `.part`, `.partial`, `.tmp`, `.crdownload` or `.filepart` are of files that are still being "
                    + "written, and `~$…` of files open in a spreadsheet. They are read once they have their own name.")
        case .linkOutside:
            FindingWords(
                .warning, "the link leads out of the inbox, to {what}, and was not followed",
                hint: "copy the file into the inbox, or let `inbox:` name the folder it lies in",
                about: "A link in the inbox to something outside. Only what lies in the inbox is read.")
        case .notMoved:
            FindingWords(
                .warning, "the file was read and stays in the inbox: {what}", hint: "{todo}",
                about:
                    "`archive_to:` asks to move files that were read out of the inbox, and this one could not be. It counts all the same."
            )
        case .removedFile:
            FindingWords(
                .warning,
                "the file was removed from the inbox since the last report, and its {rows} rows still count, beside those of other files",
                hint: "where another file took its place, retract it: `gtm inputs forget {sha}`",
                about:
                    "Rows of costs, events and others without ids add up, and a file that was read once goes on counting when it is removed. Where it "
                    + "was removed because it was wrong, it must be retracted.")
        case .keptFiles:
            FindingWords(
                .note, "{count} files that are no longer in the inbox still count; the newest is {newest}",
                hint: "`gtm inputs` lists them, `gtm inputs forget SHA` retracts one",
                about:
                    "Every file that a report was made of is kept in the state folder. One that was removed or overwritten since still "
                    + "counts, by the load rule of its source.")
        case .sharedFolder:
            FindingWords(
                .warning, "the folder holds the report of another pipeline of this name: {period} of {company}, by {grain}",
                hint:
                    "give each pipeline a name of its own (`pipeline:`) or its own folder (`reports:`), or `latest` points at either",
                about:
                    "Two pipelines of one name publish into one folder, where `latest` and the editions are of both. It is seen by the company "
                    + "and the grain of the report that `latest` points at; where the pipeline itself was changed, it is said once."
            )
        case .forgottenFile:
            FindingWords(
                .note, "the file was retracted by `gtm inputs forget` and does not count",
                hint: "take it out of the inbox; `gtm inputs forget --undo` lets it count again",
                about: "The content of the file was retracted. It is not read, whatever its name.")
        case .damagedReading:
            FindingWords(
                .note, "what was kept of reading the file cannot be used ({what}), and the file was read instead",
                hint: "nothing need be done; where it comes again, have the disk looked at",
                about:
                    "What was read of a large file is kept in the state folder, so that no later run reads it again. What was kept is not as it "
                    + "was written, so that the file itself was read; the numbers are the same.")
        case .readingNotKept:
            FindingWords(
                .note, "what was read of the file is not kept: {what}",
                hint: "the next run reads it again; make room for the state folder, or set `readings: no` under `remember:`",
                about:
                    "What was read of a large file is kept in the state folder, so that no later run reads it again. It could not be written; "
                    + "the numbers are the same.")
        case .readFailed:
            FindingWords(
                .warning, "{what}", hint: "{todo}",
                about: "Reading the file failed before its end, or it grew or shrank meanwhile. None of it is used.")
        case .sameContent:
            FindingWords(
                .note, "the file has the same bytes as {other} and is read once",
                about: "Two files of different names hold the same bytes. They count as one.")
        case .zeroBytes:
            FindingWords(
                .warning, "{what}", hint: "{todo}",
                about:
                    "The file ends in zero bytes, as one does whose program or machine stopped before all of it was written. The table before "
                    + "them is used, as far as it goes: its last row may be cut off."
            )
        case .headerRowMissing:
            FindingWords(
                .warning, "{what}", hint: "{todo}",
                about:
                    "`header_row:` of the source names a line that the file does not have. The header is looked for as in any other file; look "
                    + "with `gtm preview` at what was found."
            )
        case .mixedEncoding:
            FindingWords(
                .warning, "{what}", hint: "{todo}",
                about:
                    "Most of the file is UTF-8, some bytes are not, as when files of two encodings were joined. Those bytes are read as "
                    + "Windows-1252; look at the names they stand in.")
        case .invalidText:
            FindingWords(
                .warning, "{what}", hint: "{todo}",
                about: "Bytes that are no text in the file's encoding. Their places show as \u{FFFD}.")
        case .separatorLine:
            FindingWords(
                .note, "{what}",
                about: "A line `sep=;` above the header names the delimiter, as some spreadsheets write it. It is no record.")
        case .noHeader:
            FindingWords(
                .warning, "{what}", hint: "{todo}",
                about:
                    "The first record looks like data. The columns are called `column_1`, `column_2` and so on, and `aliases` in sources.yml "
                    + "can say by these names what they are.")
        case .secondTable:
            FindingWords(
                .warning, "{what}", hint: "{todo}",
                about: "A table with other columns begins below or above the main one. Only the main one is read.")
        case .copiedTable:
            FindingWords(
                .warning, "{what}", hint: "{todo}",
                about:
                    "Below the table its header comes again with the same records in the same order, as when an export was pasted twice. They "
                    + "count once.")
        case .repeatedHeader:
            FindingWords(
                .note, "{what}",
                about:
                    "The header stands above every page, or above records that were pasted below. It is the same table going on."
            )
        case .turnedHeader:
            FindingWords(
                .note, "{what}",
                about:
                    "A further header has the same names in another order. It is the same table going on; each record is read by the header "
                    + "above it.")
        case .wrappedRecord:
            FindingWords(
                .note, "{what}",
                about:
                    "Each line is one quoted cell that holds a whole record, as when a spreadsheet was given a file in one column and saved it "
                    + "again. The records inside are read.")
        case .pageLines:
            FindingWords(
                .note, "{what}", about: "Titles and page numbers between the pages of a report. They are no records.")
        case .preamble:
            FindingWords(.note, "{what}", about: "Titles, dates or filters above the header. They are skipped.")
        case .footer:
            FindingWords(.note, "{what}", about: "Notes, totals or dates below the table. They are skipped.")
        case .unrecognisedFile:
            FindingWords(
                .warning, "the file is of no known source and was not read; it has {columns}{like}",
                hint: "add its name to `files:` of its source in {sources.yml}, or take it out of the inbox",
                about:
                    "Neither the file's name nor its columns are those of a source. It is not read. Name its source by `files:`, and its "
                    + "columns by `aliases:` where they have other names.")
        case .ambiguousFile:
            FindingWords(
                .warning, "the file fits {sources} equally; it was not read",
                hint: "add its name to `files:` of the right source in {sources.yml}",
                about: "The file's columns are those of two sources. It is not read until `files:` says which it is.")
        default: nil
        }
    }

    private var aboutUnusableFile: String {
        switch self {
        case .unreadable: "The file or folder is there and may not be read, or the disk reports an error."
        case .notFound: "The file was there when the inbox was listed and is gone."
        case .notAFile: "A device, a socket, or a folder with the name of a CSV. It is not read."
        case .notACSV:
            "The file is something else: a workbook, an archive, a page, JSON. It is named for what it is, with what to do."
        case .damagedArchive: "The compressed file is damaged or ends too early. None of it is used."
        default: "There was no room to unpack or decode the file."
        }
    }
}
