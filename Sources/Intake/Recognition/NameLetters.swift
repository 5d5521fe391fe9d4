/// Letters of names in one form, so that `Début` and `Debut`, `時間` and `时间` are compared as the same.
enum NameLetters {
    /// A small Latin letter without what stands above or below it: `e` for `é`, `ss` for `ß`; nil for any other character.
    static func plain(_ scalar: Unicode.Scalar) -> StaticString? {
        guard scalar.value >= 0xC0, scalar.value < 0x180 else { return nil }
        return latin[Int(scalar.value) - 0xC0]
    }

    /// The simplified form of a traditional Chinese character; any other character as it is.
    static func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard scalar.value >= 0x4E00, scalar.value < 0xA000 else { return scalar }
        return traditional[scalar] ?? scalar
    }

    /// From À to ſ, in the order of Unicode.
    private static let latin: [StaticString] = [
        "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
        "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "ss",
        "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
        "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "y",
        "a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d",
        "d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g",
        "g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i",
        "i", "i", "ij", "ij", "j", "j", "k", "k", "k", "l", "l", "l", "l", "l", "l", "l",
        "l", "l", "l", "n", "n", "n", "n", "n", "n", "n", "n", "n", "o", "o", "o", "o",
        "o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s",
        "s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u",
        "u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s",
    ]

    /// The traditional characters that names of columns, stages and files are written with, each before its simplified form.
    private static let traditional: [Unicode.Scalar: Unicode.Scalar] = {
        let pairs = """
            時时間间復复覆复負负責责開开結结狀状態态創创編编號号戶户費费貨货幣币錄录資资產产業业務务員员職职離离動动計计劃划際际實实\
            進进備备註注訂订閱阅銷销機机會会線线贏赢輸输單单標标題题項项類类別别區区額额總总價价數数報报訪访問问調调饋馈應应發发郵邮電电\
            話话聯联絡络國国觸触點点擊击廣广組组織织層层級级團团隊队門门處处經经歷历歸归屬属執执鍵键舉举導导預预績绩滿满淨净薦荐評评專专\
            啟启終终續续約约簽签後后萬万億亿匯汇兌兑換换稅税帳账賬账優优據据檔档測测試试週周說说見见觀观變变階阶審审轉转獲获來来錢钱買买\
            購购賣卖規规傳传統统體体對对從从個个這这們们為为讓让學学過过還还現现選选擇择難难雙双詢询談谈認认確确誤误證证識识記记設设許许\
            詳详語语請请諾诺謝谢讀读減减遞递連连運运達达遠远適适選选錯错鐘钟長长關关陽阳陸陆險险雜杂靜静響响頁页領领頻频頭头風风飛飞馬马\
            驗验點点齊齐徵征廠厂條条極极構构樣样檢检權权歡欢歲岁氣气決决沒没漢汉無无爾尔牆墙環环畫画異异盡尽監监確确禮礼種种積积稱称穩稳\
            範范簡简節节糧粮紀纪級级紙纸細细給给絕绝統统經经維维緊紧繳缴罰罚聲声聽听臨临舊旧葉叶藝艺藥药補补裝装製制複复計计訊讯訓训託托\
            碼码欄栏佈布佔占償偿儲储兩两冊册凍冻則则剛刚劑剂勞劳勝胜協协參参圍围圓圆圖图場场塊块壞坏夾夹奪夺奮奋婦妇媽妈寧宁寫写寬宽寶宝將将\
            尋寻屆届島岛師师帶带幫帮幾几庫库廢废張张強强彈弹徑径恆恒惡恶愛爱慶庆憑凭憶忆懷怀戰战戲戏擁拥擋挡擔担擴扩擬拟攝摄敗败敵敌斷断於于\
            曆历曉晓暫暂術术東东榮荣樂乐樓楼橋桥櫃柜歐欧殘残毀毁涼凉溝沟滅灭漲涨漸渐潔洁潛潜潤润濟济濾滤灣湾災灾煙烟熱热燈灯營营爭争牽牵狹狭\
            獎奖獨独獻献當当疊叠療疗盜盗盤盘眾众碩硕禍祸窮穷競竞筆笔築筑籌筹純纯絲丝綁绑綜综綠绿網网緣缘緩缓縮缩繪绘繼继罷罢羅罗義义習习聖圣\
            脈脉腦脑臉脸臺台興兴蘭兰虛虚衛卫衝冲裡里覺觉覽览討讨訴诉診诊詞词誠诚誰谁課课論论諮咨講讲謹谨譜谱譯译議议護护豐丰財财貧贫貴贵貿贸\
            賀贺賞赏賠赔質质賴赖贈赠跡迹踐践車车軌轨軍军軟软軸轴較较載载輔辅輕轻輛辆輩辈輪轮輯辑轄辖辦办辭辞農农迴回遊游遲迟遷迁邊边鄉乡鄰邻\
            醫医釋释針针銀银銅铜鋒锋鋪铺鋼钢錶表鎖锁鎮镇鏈链鑑鉴鐵铁閃闪閉闭閒闲閣阁闆板闊阔陣阵陳陈隨随隱隐隻只雖虽霧雾靈灵韓韩順顺須须頓顿\
            頒颁顆颗顏颜願愿顧顾顯显飯饭飲饮飾饰養养館馆駐驻駕驾騎骑驅驱驚惊鬆松魚鱼鮮鲜鳥鸟鹽盐麗丽麥麦黃黄齡龄龍龙
            """
        let scalars = Array(pairs.unicodeScalars)
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        for index in stride(from: 0, to: scalars.count - 1, by: 2) { table[scalars[index]] = scalars[index + 1] }
        return table
    }()
}
