extension English {
    /// What findings say, by their codes; what to do about it below `.hint`.
    static let findings = """
        [DealsWord]
        byLead " by lead id"
        byDeal " by deal id"
        byCustomer " by customer"
        byCompany " by company name"
        byDomain " by e-mail domain"
        alone " joined none and count by themselves"
        unknownLeads " name leads that no file has"
        open " ("
        close )
        comma ", "
        semicolon "; "
        """
}
