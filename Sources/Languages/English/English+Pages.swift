extension English {
    /// What page, workbook, mails and indexes add.
    static let pages = """
        [NewsletterPhrase]
        title News for our customers
        subject {0}: {1}
        newsOf News of {0}, {1}
        newNow New: {0}
        words In our own words
        new What is new
        coming What is coming
        answers What you asked for, and what answers it
        voice What you told us
        nothing There is no news of {0}.
        from {0} – from {1}
        about {0}: {1}
        dot ". "
        answered {0}: {1}
        recommend {0} of you answered our survey, and {1} would recommend us (9 or 10 of 10). Thank you.

        [IndexWords]
        title Reports
        counts {0} {0|pipeline|pipelines}, {1} {1|edition|editions}, the newest first
        none Nothing has been published here yet.
        skip Skip to the reports
        top Back to the top
        period Period
        star North star
        value Value
        plan On plan?
        data All data in?
        asOf As of
        open Open
        page page
        workbook workbook
        edition {0}, edition {1}

        [InboxWords]
        title What became of your files
        published The report of {0} is published.
        notPublished The report of {0} is not published.
        notPublishedHint Mend what stands here, drop the files again, and let the run be repeated.
        standing Readers still have the report of {0}.
        nothingStands Nothing has been published yet.
        allWell All files were read, and nothing needs to be done.
        pieces {0} {0|file needs|files need} something to be done.
        report Open the report
        missing Late
        missingHint Drop a newer export of each. Where nothing happened, drop an empty one with the date in its name.
        since {0}: nothing new since {1}
        sinceNamed {0}, files like {1}: nothing new since {2}
        filesTitle Files in the inbox
        goneTitle Files that are no longer in the inbox and still count
        goneNote Every file that was used is kept. One that should not count is retracted by whoever runs the program: gtm inputs forget.
        noFiles No file was read.
        remarksTitle What was found in the files
        generalTitle What was found in all of them together
        rejectsTitle Rows to mend
        rejectsNote These rows could not be used. Open the file, correct the cells (the last columns say which and why), and drop the file in the inbox as it is: each row takes the place of the one it mends.
        file File
        takenFor Taken for
        rows Rows
        used Used
        replaced Replaced
        excluded Do not count
        rejected Rejected
        came Came
        toDo What to do
        what What was found
        place Where
        severity Weight
        warning warning
        note note
        unknown not recognised
        refused cannot be used
        left left for the next run
        same same content as {0}
        retracted retracted
        unfinished read, not used yet
        nothingToDo Nothing
        doMend Mend {0} {0|row|rows} in {1} and drop that file in the inbox
        doMendIncomplete Correct {0} {0|row|rows} where they come from, and export again; {1} shows them
        doName Name the file after what it holds, such as leads or spend; else ask whoever runs the program
        doRefused See below why; export it again as CSV
        doLeft Nothing; where it stays like this, take it away or rename it
        doSame Nothing: it is read once
        doRetracted Take it out of the inbox
        doUnfinished Nothing, once what stopped the run is mended
        doReplaced Nothing: newer files have taken the place of all its rows
        doSee See what was found below
        inEnglish ""
        runAt Run at {0}
        top Back to the top
        rowsCount {0} {0|row|rows}
        skip Skip to the files
        state State

        [WithheldPhrase]
        external External edition
        withheld Not told in this edition: {0}.
        source {0} is not told in this edition.
        customer Customer {0}
        person Person {0}
        member {0} {1}
        customerNames customer names
        owners owners
        comments comments
        spend spend

        [PageWord]
        contents Contents
        skip Skip to the report
        top Back to the top
        chartData Data behind the chart
        category Shown
        first first
        low low
        high high
        last last
        undefined undefined
        table Table
        row row
        rows rows
        reasons Why n/a
        wholeText whole text
        asOf As of
        who Who
        needs What needs them
        metric Metric
        period Period
        soFar So far
        due Due now
        against Against target
        status Status
        owner Owner
        ahead At this pace
        target Target
        trend Trend, with its usual range on grey
        fromOpening Bars start at the opening level, so that the movements can be seen.
        comma ", "
        colon ": "

        [SheetWord]
        measure Measure
        name Name
        dimension Dimension
        member Member
        contents Go to
        back Back to
        page Page &P of &N
        toDate (to date)
        rowsBehind Rows behind it
        colon ": "
        scorecard Scorecard
        recent Over the periods shown
        bars Targets: solid is reached, coloured is missing from what is due now (or above a limit), outlined is the rest
        barReached Reached
        barMissing Missing from what is due
        barRest Rest of the target
        cut The text of cell {0} has {1} characters and was cut, as Excel holds 32,767; the full text is in the CSV files of this folder.
        dropped “{0}” has {2} rows, of which the sheet holds the first {1}; all are in the CSV files of this folder.
        titles "; "
        leftOut Below, and left out when printed: {0}
        notPrinted The sheet “{0}” is for formulas and programs and is not printed; the sections and metrics.csv have the figures of every period.
        plainFormula The formula of cell {0} is longer than the 8,192 characters that Excel reads; the cell holds the value alone.

        [MarkPhrase]
        better better
        worse worse
        up up
        down down

        [CommentaryPhrase]
        title Commentary
        about {0}: {1}
        signed {0} – {1}
        """
}
