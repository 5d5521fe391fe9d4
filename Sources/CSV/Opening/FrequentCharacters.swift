#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The characters that names, addresses and headers in business exports are full of, as the legacy encodings write them.
enum FrequentCharacters {
    static let gb18030 = codes(simplified, "GB18030")
    static let big5 = codes(traditional, "CP950")
    static let shiftJIS = codes(japanese, "CP932")

    private static let simplified = """
        的一是不了人我在有他这为之大来以个中上们到说国和地也子时道出而要于就下得可你年生自会那后能对着事其里所去行过家十用发天如然作方成者多\
        日都三小军二无同么经法当起与好看学进种将还分此心前面又定见只主没公从客户编号名称日期金额销售部门区域渠道产品合同状态负责联系电话地址北\
        京海广州深圳杭苏南东西有限任科技股份集团市省县路街镇网络信息开始结束间创建更新收入成本利润价格数量单位元万年月周季度总计合类型级别备注说\
        明内容评分问卷调查满意服务质量产业工程师经理张王李刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏\
        程吕丁沈任姚卢姜崔钟谭陆汪范石廖贾夏韦付邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵钱严武戴莫孔向汤线索商机阶段赢输订阅续费流失活跃用\
        登录设备手机邮箱官企业客户姓性男女否是已未完成进行中
        """
    private static let traditional = """
        的一是不了人我在有他這為之大來以個中上們到說國和地也子時道出而要於就下得可你年生自會那後能對著事其里所去行過家十用發天如然作方成者多\
        日都三小軍二無同麼經法當起與好看學進種將還分此心前面又定見只主沒公從客戶編號名稱日期金額銷售部門區域渠道通路產品合約狀態負責聯絡電話地\
        址台臺北高雄中南新竹桃園香港九龍有限公司科技股份集團市省縣路街鎮網路資訊開始結束間建立更新收入成本利潤價格數量單位元萬年月週季度總計合類型\
        級別備註說明內容評分問卷調查滿意服務質量品質產業工程師經理張王李劉陳楊黃趙吳周徐孫馬朱胡林郭何高羅鄭梁謝宋唐許鄧馮韓曹曾彭蕭蔡潘田董袁余\
        葉蔣杜蘇魏程呂丁沈姚盧姜崔鍾譚陸汪范石廖賈夏韋鄒孟熊秦邱江尹薛段雷侯龍史陶黎賀顧毛郝龔邵錢嚴武戴莫孔向湯線索商機階段訂閱續費流失活躍用戶\
        登錄設備手機郵箱官企業姓性男女否是已未完成進行
        """
    private static let japanese = """
        顧客番号名前日付金額売上部門地域製品契約状態担当者電話住所東京大阪名古屋横浜福岡札幌京都神戸県市区町村株式会社有限様年月日時分円万計合種\
        類備考説明内容評価調査満足品質産業佐藤鈴木高橋田中伊渡辺山本村小林加吉松井上木清水口野原川島崎石池橋本森阿部青西岡三浦和開始終了作成更新\
        数量単価税込請求書支払入出荷注文商取引先営業本社支店長課主任男女有無完了未済人一二三四五六七八九十
        """

    /// The two-byte codes of `text` in `encoding`; none where the system cannot convert.
    private static func codes(_ text: String, _ encoding: String) -> Set<UInt16> {
        let converter = iconv_open(encoding, "UTF-8")
        guard converter != iconv_t(bitPattern: -1) else { return [] }
        defer { iconv_close(converter) }
        var codes: Set<UInt16> = []
        for scalar in text.unicodeScalars where scalar.value > 0x7F {
            var source = Array(String(scalar).utf8).map { CChar(bitPattern: $0) }
            var target = [CChar](repeating: 0, count: 8)
            var left = source.count
            var room = target.count
            source.withUnsafeMutableBufferPointer { source in
                target.withUnsafeMutableBufferPointer { target in
                    var from = source.baseAddress
                    var to = target.baseAddress
                    _ = iconv(converter, &from, &left, &to, &room)
                }
            }
            guard left == 0, room == 6 else { continue }
            codes.insert(UInt16(UInt8(bitPattern: target[0])) << 8 | UInt16(UInt8(bitPattern: target[1])))
        }
        return codes
    }
}
