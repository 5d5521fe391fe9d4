extension CountableFile {
    /// The place of the stamp of a stage; the first stage is the creation.
    public func stage(_ name: String, isFirst: Bool) -> Int? {
        places[isFirst ? StampKey.createdAt.name : StampKey.stage(name).name]
    }

    /// The place of the lead's id.
    public var id: Int? { places[IDKey.leadID.name] }
    /// The place of the first response.
    public var responded: Int? { places[StampKey.firstResponseAt.name] }
    /// The place of the loss.
    public var lost: Int? { places[StampKey.lostAt.name] }
    /// The place of the amount.
    public var amount: Int? { places[NumberKey.amount.name] }
    /// The place of the amount's currency.
    public var currency: Int? { places[TextKey.currency.name] }
    /// The place of the customer's id.
    public var customer: Int? { places[TextKey.customerID.name] }
    /// The place of who looks after the lead.
    public var owner: Int? { places[TextKey.owner.name] }

    /// The place of the ids of its deals.
    public var deals: Int? { places[TextKey.dealIDs.name] }
    /// The place of the name of its company.
    public var company: Int? { places[TextKey.company.name] }
    /// The place of the lead's e-mail address.
    public var email: Int? { places[TextKey.email.name] }

    /// The place of a dimension's column.
    public func dimension(_ name: String) -> Int? { places[TextKey.dimension(name).name] }
}
